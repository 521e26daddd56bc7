// Numbers, times and durations in words.

import { element } from './dom.js';
import { isUtc } from './settings.js';

const WHOLE = new Intl.NumberFormat('en-US');
const ONE_DIGIT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['min', 60_000], ['s', 1000]];

/** 12,345 */
export function whole(number) {
  return WHOLE.format(number);
}

/** 4.2 */
export function rate(number) {
  return ONE_DIGIT.format(number);
}

/** 96.0 %; empty where there is nothing to compare with. */
export function share(part, all) {
  return all === 0 ? '' : `${ONE_DIGIT.format((100 * part) / all)} %`;
}

/** 2 h 20 min: the two largest units; under a second in ms. */
export function duration(millis) {
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  if (millis < 10_000) {
    return `${rate(millis / 1000)} s`;
  }
  const first = UNITS.findIndex(([, length]) => millis >= length);
  const [unit, length] = UNITS[first];
  const next = UNITS[first + 1];
  const rest = next ? Math.floor((millis % length) / next[1]) : 0;
  return `${Math.floor(millis / length)} ${unit}${rest ? ` ${rest} ${next[0]}` : ''}`;
}

/** 12:03:20 */
export function clock(millis) {
  return format(millis, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** 12:03 */
export function hourAndMinute(millis) {
  return format(millis, { hour: '2-digit', minute: '2-digit' });
}

/** Nov 20 */
export function day(millis) {
  return format(millis, { month: 'short', day: 'numeric' });
}

/** Nov 20, 12:03:20 */
export function dayAndTime(millis) {
  return `${day(millis)}, ${clock(millis)}`;
}

/** 12:03:20 for a time of today, else Nov 19, 12:03:20. */
export function moment(millis) {
  return day(millis) === day(Date.now()) && Math.abs(Date.now() - millis) < UNITS[0][1] ? clock(millis) : dayAndTime(millis);
}

/** A time as an element: the chosen zone, UTC on hover. */
export function time(millis, write = moment) {
  const utc = new Date(millis).toISOString();
  return element('time', { datetime: utc, title: utc.replace('T', ' ').replace('Z', ' UTC') }, write(millis));
}

/** network-outage, KEEPALIVE_TIMEOUT -> Network outage, Keepalive timeout */
export function words(id) {
  const text = id.replaceAll(/[-_]/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function format(millis, options) {
  return new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23', ...(isUtc() ? { timeZone: 'UTC' } : {}) })
    .format(millis);
}

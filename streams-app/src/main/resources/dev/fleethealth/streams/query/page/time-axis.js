// Where times stand on a horizontal axis, and which of them are labeled.

import { svg } from './dom.js';
import { day, hourAndMinute, clock } from './format.js';
import { isUtc } from './settings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [1000, 5000, 15_000, 30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY];
const LABEL_WIDTH = 72;

/** A span of time drawn between two edges. */
export class TimeAxis {
  constructor(from, to, left, right) {
    Object.assign(this, { from, to, left, right });
  }

  x(millis) {
    return this.left + ((millis - this.from) / (this.to - this.from)) * (this.right - this.left);
  }

  at(x) {
    const part = (x - this.left) / (this.right - this.left);
    return this.from + Math.min(1, Math.max(0, part)) * (this.to - this.from);
  }

  /** Lines and labels at round times of the chosen zone. */
  draw(top, bottom) {
    return svg('g', { class: 'axis', 'aria-hidden': 'true' }, this.ticks().flatMap((millis) => {
      const x = this.x(millis).toFixed(1);
      return [svg('line', { x1: x, x2: x, y1: top, y2: bottom }),
        svg('text', { x, y: bottom + 15, 'text-anchor': 'middle' }, this.label(millis))];
    }));
  }

  ticks() {
    const most = Math.max(2, (this.right - this.left) / LABEL_WIDTH);
    this.step = STEPS.find((step) => (this.to - this.from) / step <= most) ?? 7 * DAY;
    const offset = isUtc() ? 0 : -new Date(this.from).getTimezoneOffset() * MINUTE;
    const ticks = [];
    for (let t = Math.ceil((this.from + offset) / this.step) * this.step - offset; t <= this.to; t += this.step) {
      const x = this.x(t);
      if (x > this.left + 16 && x < this.right - 16) {
        ticks.push(t);
      }
    }
    return ticks;
  }

  label(millis) {
    const time = hourAndMinute(millis);
    if (this.step >= DAY || time === '00:00') {
      return day(millis);
    }
    return this.step < MINUTE ? clock(millis) : time;
  }
}

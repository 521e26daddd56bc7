// What happened in a fleet over time: devices online above, endings by whose fault they were below, on one axis.

import { readout } from './activity-readout.js';
import { byDomain, DOMAINS } from './categories.js';
import { element, replace, svg } from './dom.js';
import { drawing } from './drawing.js';
import { duration, whole } from './format.js';
import { TimeAxis } from './time-axis.js';

const LEFT = 44;
const ONLINE = { top: 18, bottom: 70 };
const ENDINGS = { top: 106, bottom: 250 };
const HEIGHT = 276;
const LABEL = 'Devices online, and connections that ended or were refused, over time. '
  + 'Arrow keys move through the steps; the table below has the same numbers.';
const NICE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const KEYS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };

/** The chart, its cursor for mouse and arrow keys, and what stands under the cursor in words. */
export function activityChart(steps, stepMillis, signal) {
  const details = element('div', { class: 'readout', role: 'status' });
  let axis;
  let cursor = null;
  const plot = drawing(signal, (width) => {
    axis = new TimeAxis(steps[0].start, steps.at(-1).start + stepMillis, LEFT, width - 6);
    return draw(steps, stepMillis, axis, cursor);
  });
  plot.graphic.setAttribute('height', HEIGHT);
  const point = (index) => {
    cursor = index === null ? null : Math.min(steps.length - 1, Math.max(0, index));
    plot.redraw();
    replace(details, readout(steps, stepMillis, cursor));
  };
  const pointed = (event) => {
    const x = event.clientX - plot.graphic.getBoundingClientRect().left;
    point(Math.floor((axis.at(x) - steps[0].start) / stepMillis));
  };
  plot.node.addEventListener('pointermove', pointed);
  plot.node.addEventListener('pointerdown', pointed);
  plot.node.addEventListener('pointerleave', () => point(null));
  plot.node.addEventListener('blur', () => point(null));
  plot.node.addEventListener('keydown', (event) => {
    if (event.key in KEYS) {
      event.preventDefault();
      point((cursor ?? steps.length - 1) + KEYS[event.key]);
    }
  });
  plot.node.tabIndex = 0;
  plot.node.setAttribute('role', 'group');
  plot.node.setAttribute('aria-label', LABEL);
  point(null);
  return element('div', { class: 'chart' }, plot.node, details);
}

function draw(steps, stepMillis, axis, cursor) {
  const sums = steps.map((step) => byDomain(step.categories));
  const totals = sums.map((sum) => DOMAINS.reduce((total, domain) => total + sum[domain], 0));
  const most = niceCeiling(Math.max(4, ...totals));
  const mostOnline = niceCeiling(Math.max(1, ...steps.map((step) => step.online)));
  const atCursor = cursor === null ? [] : [svg('rect', {
    class: 'cursor', x: axis.x(steps[cursor].start), width: axis.x(stepMillis + axis.from) - axis.left,
    y: ONLINE.top, height: ENDINGS.bottom - ONLINE.top,
  })];
  return [
    ...atCursor,
    axis.draw(ONLINE.top, ENDINGS.bottom),
    title('Devices online', ONLINE),
    ...scale(mostOnline, ONLINE, axis),
    ...onlineLine(steps, stepMillis, axis, mostOnline),
    title(`Connections that ended or were refused in ${duration(stepMillis)}`, ENDINGS),
    ...scale(most, ENDINGS, axis),
    ...bars(steps, sums, stepMillis, axis, most),
  ];
}

function title(text, { top }) {
  return svg('text', { class: 'plot-title', x: LEFT, y: top - 6 }, text);
}

function scale(most, { top, bottom }, axis) {
  return [0, most].flatMap((value) => {
    const y = value === 0 ? bottom : top;
    return [svg('line', { class: 'rule', x1: axis.left, x2: axis.right, y1: y, y2: y }),
      svg('text', { class: 'scale', x: axis.left - 6, y: y + 4, 'text-anchor': 'end' }, whole(value))];
  });
}

function onlineLine(steps, stepMillis, axis, most) {
  const points = steps.map((step) => {
    const y = ONLINE.bottom - (step.online / most) * (ONLINE.bottom - ONLINE.top);
    return `${axis.x(step.start).toFixed(1)} ${y.toFixed(1)}H${axis.x(step.start + stepMillis).toFixed(1)}`;
  });
  return [svg('path', { class: 'area', d: `M${axis.left} ${ONLINE.bottom}L${points.join('L')}V${ONLINE.bottom}Z` }),
    svg('path', { class: 'line', d: `M${points.join('L')}` })];
}

/** One path for each domain: as many elements as there are colors, however many steps. */
function bars(steps, sums, stepMillis, axis, most) {
  const full = axis.x(axis.from + stepMillis) - axis.left;
  const gap = full > 5 ? 1 : 0;
  const heights = steps.map(() => 0);
  return DOMAINS.map((domain) => {
    const outline = steps.map((step, i) => {
      const count = sums[i][domain];
      const height = (count / most) * (ENDINGS.bottom - ENDINGS.top);
      const y = ENDINGS.bottom - heights[i] - height;
      heights[i] += height;
      const width = full - gap;
      return count === 0 ? '' : `M${axis.x(step.start).toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}Z`;
    });
    return svg('path', { class: `bar ${domain}`, d: outline.join(''), fill: `url(#pattern-${domain})` });
  });
}

function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const nice = NICE.map((factor) => factor * power);
  return nice.find((candidate) => candidate >= value && Number.isInteger(candidate)) ?? Math.ceil(value);
}

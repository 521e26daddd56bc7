// A device's timeline as a strip: sessions as bars colored by how they ended, refusals as ticks. Drag to zoom, arrow keys to walk.

import { element, replace, svg } from './dom.js';
import { drawing } from './drawing.js';
import { describe } from './strip-readout.js';
import { TimeAxis } from './time-axis.js';

const BARS = { top: 18, height: 28, lane: 32 };
const TICK_HEIGHT = 28;
const AXIS_HEIGHT = 22;
const LEAST_SPAN = 10_000;
const DRAG = 6;
const LABEL = 'Connections and refusals over time. Left and right walk from one to the next, Enter diagnoses the moment, '
  + 'plus and minus zoom, 0 shows all; the table below lists the events.';

/**
 * The strip. Its window can be set; items are what itemsOf made of a timeline.
 *
 * @param {(item: object) => void} onChoose is told which item the reader opened with Enter or a click
 */
export class Strip {
  constructor(signal, onChoose) {
    Object.assign(this, { onChoose, items: [], from: 0, to: 1, chosen: null, brush: null, marked: undefined });
    this.plot = drawing(signal, (width) => this.draw(width));
    this.details = element('div', { class: 'readout short', role: 'status' });
    const { node } = this.plot;
    node.tabIndex = 0;
    node.classList.add('strip');
    node.setAttribute('role', 'group');
    node.setAttribute('aria-label', LABEL);
    node.addEventListener('keydown', (event) => this.key(event));
    node.addEventListener('pointerdown', (event) => this.press(event));
    node.addEventListener('pointermove', (event) => this.move(event));
    node.addEventListener('pointerup', (event) => this.release(event));
    node.addEventListener('pointercancel', () => { this.brush = null; });
    this.node = element('div', { class: 'chart' }, node, this.details);
  }

  /** Shows other items; the window stays unless another is given. */
  show(items, start, end, window) {
    Object.assign(this, { items, start, end }, window);
    this.chosen = this.chosen && items.find((item) => item.kind === this.chosen.kind && item.from === this.chosen.from);
    this.ticks = BARS.top + BARS.lane * (1 + Math.max(0, ...items.map(({ lane }) => lane))) + 22;
    this.refresh();
  }

  /** Draws a line at the moment that is diagnosed, or none. */
  mark(at) {
    this.marked = at;
    this.plot.redraw();
  }

  /** Makes the window so many times as long, around the chosen item or the middle. */
  zoom(factor) {
    const center = this.chosen ? Math.min(this.to, Math.max(this.from, (this.chosen.from + this.chosen.to) / 2)) : (this.from + this.to) / 2;
    const length = Math.max(LEAST_SPAN, (this.to - this.from) * factor);
    const from = Math.max(this.start, center - length / 2);
    this.look(from, Math.min(this.end, from + length));
  }

  look(from, to) {
    Object.assign(this, { from, to });
    this.refresh();
  }

  refresh() {
    this.plot.redraw();
    const described = JSON.stringify([this.chosen?.connection ?? this.chosen?.event, this.items.map(({ domain }) => domain)]);
    if (described !== this.described) { // a button that has the focus stays
      this.described = described;
      replace(this.details, describe(this.chosen, this.items, () => this.onChoose(this.chosen)));
    }
  }

  choose(item) {
    if (item === this.chosen) {
      return;
    }
    this.chosen = item;
    if (item && (item.to < this.from || item.from > this.to)) {
      const length = this.to - this.from;
      const from = Math.min(this.end - length, Math.max(this.start, item.from - length / 2));
      Object.assign(this, { from, to: from + length });
    }
    this.refresh();
  }

  key(event) {
    const last = this.items.length - 1;
    const now = this.items.indexOf(this.chosen);
    const actions = {
      ArrowLeft: () => this.choose(this.items[now === -1 ? last : Math.max(0, now - 1)]),
      ArrowRight: () => this.choose(this.items[Math.min(last, now + 1)]),
      Home: () => this.choose(this.items[0]),
      End: () => this.choose(this.items[last]),
      Enter: () => this.chosen && this.onChoose(this.chosen),
      Escape: () => this.choose(null),
      '+': () => this.zoom(0.5),
      '-': () => this.zoom(2),
      0: () => this.look(this.start, this.end),
    };
    if (event.target === this.plot.node && last >= 0 && event.key in actions) {
      event.preventDefault();
      actions[event.key]();
    }
  }

  press(event) {
    this.plot.node.setPointerCapture(event.pointerId);
    this.brush = { from: this.xOf(event), to: this.xOf(event) };
  }

  move(event) {
    if (this.brush) {
      this.brush.to = this.xOf(event);
      this.plot.redraw();
    } else if (event.pointerType === 'mouse') {
      this.choose(this.itemAt(event) ?? this.chosen);
    }
  }

  release(event) {
    const { from, to } = this.brush ?? { from: 0, to: 0 };
    this.brush = null;
    if (Math.abs(to - from) >= DRAG) {
      const [a, b] = [this.axis.at(Math.min(from, to)), this.axis.at(Math.max(from, to))];
      this.look(a, Math.max(b, a + LEAST_SPAN));
      return;
    }
    this.choose(this.itemAt(event) ?? null);
    this.plot.redraw();
  }

  xOf(event) {
    return event.clientX - this.plot.graphic.getBoundingClientRect().left;
  }

  /** What is under the pointer, or within some pixels of it. */
  itemAt(event) {
    const x = this.xOf(event);
    const refused = event.clientY - this.plot.graphic.getBoundingClientRect().top > this.ticks - 16;
    const distance = (item) => Math.max(this.axis.x(item.from) - x, x - this.axis.x(item.to), 0);
    const near = this.items.filter((item) => (item.kind === 'refusal') === refused && distance(item) < 8);
    return near.sort((a, b) => distance(a) - distance(b))[0];
  }

  draw(width) {
    this.axis = new TimeAxis(this.from, this.to, 4, width - 4);
    const bottom = this.ticks + TICK_HEIGHT + 6;
    this.plot.graphic.setAttribute('height', bottom + AXIS_HEIGHT);
    const visible = this.items.filter((item) => item.to >= this.from && item.from <= this.to);
    return [
      this.axis.draw(BARS.top, bottom),
      svg('text', { class: 'plot-title', x: 4, y: 12 }, 'Connections'),
      svg('text', { class: 'plot-title', x: 4, y: this.ticks - 6 }, 'Refused attempts'),
      ...visible.map((item) => (item.kind === 'refusal' ? this.tick(item) : this.bar(item))),
      this.marked >= this.from && this.marked <= this.to && this.markLine(bottom),
      this.brush && this.brushed(bottom),
    ].filter(Boolean);
  }

  bar(item) {
    const x = Math.max(0, this.axis.x(item.from));
    const width = Math.max(2, Math.min(this.axis.right + 4, this.axis.x(item.to)) - x);
    return svg('rect', {
      class: `session ${item.domain}${item === this.chosen ? ' chosen' : ''}`,
      x: x.toFixed(1), y: BARS.top + item.lane * BARS.lane, width: width.toFixed(1), height: BARS.height, rx: Math.min(4, width / 2),
      fill: item.domain === 'open' ? undefined : `url(#pattern-${item.domain})`,
    });
  }

  brushed(bottom) {
    const { from, to } = this.brush;
    return svg('rect', { class: 'brush', x: Math.min(from, to), width: Math.abs(to - from), y: BARS.top, height: bottom - BARS.top });
  }

  markLine(bottom) {
    const x = this.axis.x(this.marked).toFixed(1);
    return svg('line', { class: 'mark', x1: x, x2: x, y1: BARS.top - 4, y2: bottom });
  }

  tick(item) {
    const x = this.axis.x(item.from).toFixed(1);
    const arrow = `M${x} ${this.ticks}v${TICK_HEIGHT}m-3.5 -3.5l3.5 3.5l3.5 -3.5`;
    return svg('path', { class: `refusal ${item.domain}${item === this.chosen ? ' chosen' : ''}`, d: arrow });
  }
}

// An SVG as wide as its place, drawn anew when the place changes.

import { element, svg } from './dom.js';

/** Calls draw(width) for the children of the SVG now and whenever its place changes; the height is the caller's to set. */
export function drawing(signal, draw) {
  const graphic = svg('svg', { role: 'presentation' });
  const node = element('div', { class: 'canvas' }, graphic);
  let width = 0;
  const redraw = () => {
    if (width > 0) {
      graphic.setAttribute('width', width);
      graphic.replaceChildren(...draw(width));
    }
  };
  const observer = new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now !== width) {
      width = now;
      requestAnimationFrame(redraw);
    }
  });
  observer.observe(node);
  signal.addEventListener('abort', () => observer.disconnect());
  return { node, graphic, redraw };
}

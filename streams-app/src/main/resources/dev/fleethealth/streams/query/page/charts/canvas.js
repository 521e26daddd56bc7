// An SVG as wide as its place, drawn anew when the place changes.

import { element, svg } from '../dom.js';

/** Element that calls draw(width) for the children of its SVG, now and on each change of its width. */
export function canvas(height, signal, draw) {
  const drawing = svg('svg', { height, role: 'presentation' });
  const node = element('div', { class: 'canvas' }, drawing);
  let width = 0;
  const redraw = () => {
    if (width > 0) {
      drawing.setAttribute('width', width);
      drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
      drawing.replaceChildren(...draw(width));
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
  return { node, drawing, redraw };
}

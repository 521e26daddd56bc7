// A pattern for each domain, so that charts can be read without colors.

import { DOMAINS } from './categories.js';
import { svg } from './dom.js';

/** Strokes over the ground, in a square of 8; planned and unknown endings are calm and plain. */
const STROKES = {
  network: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  credential: 'M0 2H8M0 6H8',
  client: 'M2 0V8M6 0V8',
  server: 'M-2 6 2 10M0 0 8 8M6 -2 10 2',
  limit: 'M0 4H8M4 0V8',
  admin: 'M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z',
  planned: '',
  unknown: 'M1 1h1v1h-1zM5 5h1v1h-1z',
};

/** Definitions that every chart of the page refers to as url(#pattern-…). */
export function definitions() {
  return svg('svg', { class: 'definitions', width: 0, height: 0, 'aria-hidden': 'true' },
    svg('defs', {}, DOMAINS.map((domain) =>
      svg('pattern', { id: `pattern-${domain}`, class: `domain ${domain}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
        svg('rect', { width: 8, height: 8, class: 'ground' }),
        svg('path', { d: STROKES[domain], class: 'strokes' })))));
}

// Connects of the last hour as a line the size of a word; its alternative is a sentence.

import { svg } from './dom.js';
import { whole } from './format.js';

const WIDTH = 120;
const HEIGHT = 28;

/** @param {number[]} counts oldest first, one for each minute */
export function sparkline(counts) {
  const most = Math.max(1, ...counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const points = counts.map((count, i) => {
    const x = 1 + (i / Math.max(1, counts.length - 1)) * (WIDTH - 5);
    return [x.toFixed(1), (HEIGHT - 3 - (count / most) * (HEIGHT - 7)).toFixed(1)];
  });
  const line = points.map((point) => point.join(' ')).join('L');
  const label = `${whole(total)} connects in ${counts.length} min, at most ${whole(Math.max(0, ...counts))} in one`;
  return svg('svg', { class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': label },
    svg('title', {}, label),
    points.length > 1 && svg('path', { class: 'area', d: `M1 ${HEIGHT - 3}L${line}L${points.at(-1)[0]} ${HEIGHT - 3}Z` }),
    points.length > 1 && svg('path', { class: 'line', d: `M${line}` }),
    points.length > 0 && svg('circle', { class: 'now', cx: points.at(-1)[0], cy: points.at(-1)[1], r: 2.5 }));
}

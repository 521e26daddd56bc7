// Text that devices and brokers chose, made safe to look at: what cannot be seen, or would reorder its neighbours, is spelled out.

import { element } from './dom.js';

/** Controls, bidirectional marks, zero-width characters, lone surrogates, and the byte order mark. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const PIECES = /([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+)/u;
const HEAD = 40;
const TAIL = 16;
const LONGEST = 80;

/** A foreign text as it is, in an element of its own direction. */
export function foreign(text) {
  return element('bdi', { class: 'foreign' }, pieces(text));
}

/** A foreign text for a row: its middle is left out where it is long. */
export function foreignShort(text) {
  const characters = [...text];
  if (characters.length <= LONGEST) {
    return foreign(text);
  }
  const left = characters.length - HEAD - TAIL;
  return element('bdi', { class: 'foreign' },
    pieces(characters.slice(0, HEAD).join('')),
    element('span', { class: 'left-out' }, ` … ${left} more … `),
    pieces(characters.slice(-TAIL).join('')));
}

/** Whether foreignShort leaves something out. */
export function isLong(text) {
  return [...text].length > LONGEST;
}

/** For titles and labels, where no element can stand. */
export function plain(text) {
  const seen = text.split(PIECES).map((piece) => (UNSEEN.test(piece) ? spelled(piece) : piece)).join('');
  return seen.length > 100 ? `${seen.slice(0, 80)}…` : seen;
}

function pieces(text) {
  return text.split(PIECES).filter((piece) => piece !== '').map((piece) =>
    UNSEEN.test(piece) ? element('span', { class: 'spelled' }, spelled(piece)) : piece);
}

function spelled(piece) {
  return [...piece].map((character) => {
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\u27E8U+${code}\u27E9`;
  }).join('');
}

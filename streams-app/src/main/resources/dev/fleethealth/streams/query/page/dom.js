// Elements made of text nodes alone: nothing that a device calls itself is ever parsed as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. Attributes that are functions listen, true is an empty attribute, false and undefined are left out. */
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, by the same rules. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Replaces what an element holds. */
export function replace(host, ...children) {
  host.replaceChildren(...children.flat(Infinity).filter(isShown));
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (isShown(value)) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat(Infinity).filter(isShown));
  return made;
}

function isShown(value) {
  return value !== undefined && value !== null && value !== false;
}

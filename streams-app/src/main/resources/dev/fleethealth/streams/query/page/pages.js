// A list that goes on: the next page is asked for with the cursor of the page before.

import { element } from './dom.js';

/** Asks for pages and remembers what came; `more` is the button below the list, or nothing on the last page. */
export class Pages {
  /** @param {(after: string | undefined, signal?: AbortSignal) => Promise<object>} ask answers {items under key, next} */
  constructor(key, ask) {
    Object.assign(this, { key, ask, items: [], next: undefined });
  }

  async first(signal) {
    const answer = await this.ask(undefined, signal);
    this.items = answer[this.key];
    this.next = answer.next;
    return answer;
  }

  /** Button that appends a page with `append(items)`; it goes away after the last, and says so when a page fails. */
  more(append) {
    const button = element('button', { type: 'button', class: 'more', click: () => this.load(button, append) }, 'Show more');
    button.hidden = this.next === undefined;
    return button;
  }

  async load(button, append) {
    button.disabled = true;
    try {
      const answer = await this.ask(this.next);
      this.items.push(...answer[this.key]);
      this.next = answer.next;
      button.hidden = this.next === undefined;
      button.textContent = 'Show more';
      append(answer[this.key]);
    } catch (failure) {
      button.textContent = `${failure.message}. Try again`;
    } finally {
      button.disabled = false;
    }
  }
}

// A part of a view that is loaded: it is loading, failed, empty, or shows what was answered; and tries again by itself.

import { element, replace } from './dom.js';
import { moment } from './format.js';
import { missingLine, showFreshness } from './freshness.js';

const RETRY_SECONDS = 5;

/**
 * @param {AbortSignal} signal ends with the view
 * @param {(signal: AbortSignal) => Promise<object>} load asks the API
 * @param {(answer: object) => Node | Node[]} show draws the answer
 * @param {number} [every] loads again after so many milliseconds, while the tab is looked at
 */
export class Section {
  constructor({ signal, load, show, every, label }) {
    Object.assign(this, { signal, load, show });
    this.body = element('div', { class: 'section-body' });
    this.notice = element('div');
    this.missing = element('div');
    this.node = element('div', { class: 'section', 'aria-busy': 'true' }, this.notice, this.body, this.missing);
    this.answeredAt = 0;
    replace(this.body, loading(label));
    if (every) {
      const timer = setInterval(() => document.hidden || this.failed || this.reload(), every);
      signal.addEventListener('abort', () => clearInterval(timer));
    }
  }

  /** Asks again and shows the answer; the newest question wins. */
  async reload() {
    this.turn?.abort();
    const turn = new AbortController();
    this.turn = turn;
    this.node.setAttribute('aria-busy', 'true');
    try {
      const answer = await this.load(AbortSignal.any([this.signal, turn.signal]));
      if (!this.signal.aborted && !turn.signal.aborted) {
        this.succeed(answer);
      }
    } catch (failure) {
      if (!this.signal.aborted && !turn.signal.aborted) {
        this.fail(failure);
      }
    }
  }

  succeed(answer) {
    this.answeredAt = Date.now();
    this.failed = false;
    this.stopWaiting();
    this.node.setAttribute('aria-busy', 'false');
    replace(this.notice);
    const made = this.show(answer);
    if (made !== undefined) {
      this.put([made].flat(Infinity));
    }
    replace(this.missing, missingLine(answer.freshness));
    if (answer.freshness) {
      showFreshness(answer.freshness);
    }
  }

  /** Nodes that are there already stay as they are, and keep the focus. */
  put(nodes) {
    const shown = nodes.filter((node) => node instanceof Node);
    const there = this.body.childNodes;
    if (shown.length !== there.length || shown.some((node, i) => node !== there[i])) {
      replace(this.body, ...shown);
    }
  }

  fail(failure) {
    this.stopWaiting();
    this.failed = true;
    this.node.setAttribute('aria-busy', 'false');
    if (failure.status === undefined) {
      console.error(failure);
    }
    const when = element('span', { class: 'countdown', 'aria-hidden': 'true' });
    replace(this.notice, this.problem(failure, when));
    if (this.answeredAt === 0) {
      replace(this.body);
    }
    if (failure.passes) {
      this.wait(failure.retryAfterSeconds ?? RETRY_SECONDS, when);
    }
  }

  problem(failure, when) {
    return element('div', { class: 'notice problem', role: 'alert' },
      element('h3', {}, titleOf(failure)),
      element('p', {}, failure.detail ?? explanation(failure)),
      this.answeredAt > 0 && element('p', {}, `What you see is from ${moment(this.answeredAt)}.`),
      element('p', { class: 'actions' },
        element('button', { type: 'button', click: () => this.reload() }, failure.status === 401 ? 'Enter a token' : 'Try again'),
        when));
  }

  wait(seconds, when) {
    let left = Math.ceil(seconds);
    const tick = () => {
      when.textContent = `Trying again in ${left} s`;
      if (left-- <= 0) {
        this.reload();
      }
    };
    tick();
    const again = () => this.reload();
    window.addEventListener('online', again);
    const timer = setInterval(tick, 1000);
    this.waiting = () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
    this.signal.addEventListener('abort', this.waiting, { once: true });
  }

  stopWaiting() {
    this.waiting?.();
    this.waiting = undefined;
  }
}

function titleOf(failure) {
  return failure.status === undefined ? 'This page made a mistake' : failure.message;
}

function explanation(failure) {
  if (failure.status === 0) {
    return 'The network is down, or the streams app is. The page goes on by itself when it is back.';
  }
  if (failure.status === 503) {
    return 'Partitions move between instances, as they do after a start, a stop or an upgrade. That takes some seconds.';
  }
  if (failure.status === 429) {
    return 'More was asked than the server allows in a minute.';
  }
  if (failure.status === 401) {
    return 'The server tells nothing without its token.';
  }
  return failure.status === undefined ? 'The console of the browser says more.' : `Status ${failure.status}.`;
}

function loading(label = 'Loading') {
  return element('p', { class: 'loading', role: 'status' }, element('span', { class: 'spinner', 'aria-hidden': 'true' }), `${label}…`);
}

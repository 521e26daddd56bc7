// What the reader chose: colors and time zone. Kept in this browser.

const THEMES = { auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' };
const ZONES = { local: 'Times: local', utc: 'Times: UTC' };

/** Whether times are shown in UTC. */
export function isUtc() {
  return chosen('zone', ZONES) === 'utc';
}

/** Puts the two switches into work. */
export function startSwitches(themeButton, zoneButton, onZone) {
  cycle(themeButton, 'theme', THEMES, (theme) => { document.documentElement.dataset.theme = theme; });
  cycle(zoneButton, 'zone', ZONES, onZone);
}

function cycle(button, key, choices, apply) {
  const names = Object.keys(choices);
  const show = (choice) => {
    button.textContent = choices[choice];
    apply(choice);
  };
  button.addEventListener('click', () => {
    const next = names[(names.indexOf(chosen(key, choices)) + 1) % names.length];
    localStorage.setItem(`fleet-health.${key}`, next);
    show(next);
  });
  show(chosen(key, choices));
}

function chosen(key, choices) {
  const kept = localStorage.getItem(`fleet-health.${key}`);
  return kept in choices ? kept : Object.keys(choices)[0];
}

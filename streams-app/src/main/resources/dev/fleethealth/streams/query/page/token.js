// Asks for the token once, however many requests wait for it, and keeps it for as long as the tab lives.

const KEY = 'fleet-health.token';
let asking = null;

/** A token other than the one that was refused, or null when the reader has none. */
export function askToken(refused) {
  const kept = sessionStorage.getItem(KEY);
  if (kept !== refused) {
    return Promise.resolve(kept);
  }
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}

function ask() {
  const dialog = document.getElementById('ask-token');
  const field = dialog.querySelector('input');
  field.value = '';
  sessionStorage.removeItem(KEY);
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const token = dialog.returnValue === 'use' ? field.value.trim() : '';
      if (token === '') {
        resolve(null);
        return;
      }
      sessionStorage.setItem(KEY, token);
      window.dispatchEvent(new Event('token'));
      resolve(token);
    }, { once: true });
  });
}

export type Theme = 'light' | 'dark';

let chosen = $state<Theme | undefined>();

/** Which theme is shown: the reader's choice or, until there is one, the system's. */
export const theme = {
  get current(): Theme {
    return chosen ?? (document.documentElement.dataset.theme as Theme | undefined) ?? systemTheme();
  },
  /** Only a choice is remembered, on this device alone; static/before-paint.js reads it back. */
  toggle() {
    chosen = theme.current === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    try {
      localStorage.setItem('theme', chosen);
    } catch {
      // Storage can be switched off: the choice then lasts as long as the page.
    }
  },
};

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

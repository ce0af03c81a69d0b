/** The theme of VS Code, which may become another at any time. */

/** Calls back when VS Code changes the theme; returns how to stop. */
export function observeTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  const attributes = { attributes: true, attributeFilter: ['class', 'style', 'data-vscode-theme-id'] };
  observer.observe(document.body, attributes);
  observer.observe(document.documentElement, attributes);
  return () => {
    observer.disconnect();
  };
}

/** The page of the panel: nothing but its policy, its style, its script and an empty place. Pure. */
import type { Language } from '../../course/exercise';

export interface PanelPage {
  /** Where the webview lets resources come from. */
  readonly cspSource: string;
  /** A random string that no content can guess. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly language: Language;
  readonly title: string;
}

/** The page's text. */
export function panelHtml(page: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `img-src ${page.cspSource} data:`,
    `font-src ${page.cspSource}`,
    `style-src ${page.cspSource} 'nonce-${page.nonce}'`,
    `script-src 'nonce-${page.nonce}'`,
  ].join('; ');
  const values = {
    policy,
    language: page.language,
    title: page.title,
    style: page.style,
    script: page.script,
    nonce: page.nonce,
  };
  // `vscode-icon` finds the icons' style sheet by that id; the panel's own style sheet contains them.
  return template.replace(/\{(\w+)\}/g, (_, name: keyof typeof values) => escapeHtml(values[name]));
}

const template = `<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="{policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <link rel="stylesheet" href="{style}" nonce="{nonce}" id="vscode-codicon-stylesheet" />
  </head>
  <body data-nonce="{nonce}">
    <div id="root"></div>
    <script type="module" nonce="{nonce}" src="{script}"></script>
  </body>
</html>
`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

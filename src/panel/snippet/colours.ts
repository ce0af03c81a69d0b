/** The editor's look, all of it from the theme of VS Code. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/**
 * Webviews are not told the token colours of a theme. These are the workbench's symbol and chart colours, which every
 * theme defines to be readable on its background; panel.css maps them to `--code-*`.
 */
export const tokens = HighlightStyle.define([
  {
    tag: [
      tags.keyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
      tags.operatorKeyword,
    ],
    class: 'tok-keyword',
  },
  { tag: [tags.comment, tags.lineComment], class: 'tok-comment' },
  { tag: [tags.string, tags.special(tags.string)], class: 'tok-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'tok-number' },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.function(tags.variableName)],
    class: 'tok-function',
  },
  { tag: [tags.function(tags.propertyName)], class: 'tok-function' },
  { tag: [tags.className, tags.definition(tags.className)], class: 'tok-type' },
  { tag: [tags.variableName, tags.propertyName, tags.definition(tags.variableName)], class: 'tok-variable' },
]);

const layout = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--vscode-editor-foreground)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--vscode-editor-font-family, monospace)',
    fontSize: 'var(--code-size)',
    lineHeight: 'var(--row)',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--vscode-editorCursor-foreground, currentColor)', padding: '2px 0 8px' },
  '.cm-line': { padding: '0 10px 0 4px' },
  '.cm-cursor, .cm-dropCursor': {
    borderLeftColor: 'var(--vscode-editorCursor-foreground, currentColor)',
    borderLeftWidth: '2px',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--vscode-editor-selectionBackground, highlight)',
  },
  // What is scrolled sideways goes under it.
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--muted)',
    border: 'none',
  },
  '.cm-activeLineGutter': {
    backgroundColor: 'transparent',
    color: 'var(--vscode-editorLineNumber-activeForeground, var(--vscode-editor-foreground))',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.2em', padding: '0 4px 0 2px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--vscode-editorBracketMatch-background)',
    outline: '1px solid var(--vscode-editorBracketMatch-border)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--vscode-editorError-foreground)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--vscode-editorHoverWidget-background, var(--vscode-editor-background))',
    color: 'var(--vscode-editorHoverWidget-foreground, var(--vscode-editor-foreground))',
    border: '1px solid var(--vscode-editorHoverWidget-border, var(--vscode-contrastBorder, currentColor))',
    borderRadius: '4px',
    maxWidth: 'min(60ch, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--vscode-editor-font-family, monospace)',
    maxHeight: '14em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--vscode-editorSuggestWidget-selectedBackground, highlight)',
    color: 'var(--vscode-editorSuggestWidget-selectedForeground, inherit)',
  },
  '.cm-completionMatchedText': {
    textDecoration: 'none',
    color: 'var(--vscode-editorSuggestWidget-highlightForeground, inherit)',
  },
  '.cm-completionDetail': { color: 'var(--vscode-descriptionForeground)', fontStyle: 'normal' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeft: 'none', whiteSpace: 'pre-wrap' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--vscode-editorError-foreground) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--vscode-editorWarning-foreground) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-gutter-lint': { width: '1.1em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 3px' },
  '.cm-lint-marker': {
    width: '.7em',
    height: '.7em',
    borderRadius: '50%',
    marginTop: '.45em',
    content: 'none',
  },
  '.cm-lint-marker-error': { content: 'none', backgroundColor: 'var(--vscode-editorError-foreground)' },
  '.cm-lint-marker-warning': { content: 'none', backgroundColor: 'var(--vscode-editorWarning-foreground)' },
});

/** Layout and token colours. */
export const editorColours: Extension = [layout, syntaxHighlighting(tokens)];

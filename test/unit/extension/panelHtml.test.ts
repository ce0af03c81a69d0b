import assert from 'node:assert/strict';
import { panelHtml } from '../../../src/extension/panel/panelHtml';

const page = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'abc+/=',
  script: 'https://host/panel.js',
  style: 'https://host/panel.css',
  language: 'ko',
  title: 'Backprop Tutor',
} as const;

describe('the page of the panel', () => {
  const html = panelHtml(page);

  it('allows only its own style, script, fonts and pictures', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    assert.equal(
      policy,
      "default-src 'none'; img-src https://*.vscode-cdn.net data:; font-src https://*.vscode-cdn.net; " +
        "style-src https://*.vscode-cdn.net 'nonce-abc+/='; script-src 'nonce-abc+/='",
    );
  });

  it('has no script or style of its own, and one nonce for what it loads', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script type="module" nonce="abc\+\/=" src="https:\/\/host\/panel\.js"><\/script>/);
    assert.doesNotMatch(html, /<style|style=|\son\w+=/);
    assert.match(html, /<body data-nonce="abc\+\/=">/);
  });

  it('says its language', () => {
    assert.match(html, /<html lang="ko">/);
  });

  it('takes every value as text', () => {
    const hostile = panelHtml({
      ...page,
      title: '</title><script>alert(1)</script>',
      style: '"><img src=x>',
    });
    assert.equal(hostile.match(/<script/g)?.length, 1);
    assert.doesNotMatch(hostile, /<img/);
  });
});

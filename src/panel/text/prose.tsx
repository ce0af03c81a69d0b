/** Draws the course's prose. */
import type { JSX } from 'preact';
import { Tex } from './tex';
import { parseProse } from './proseParser';
import type { Span } from './proseParser';

/** Paragraphs of prose; every character of it arrives as text. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="prose">
      {parseProse(text).map((paragraph, index) => (
        <p key={index}>{paragraph.map(drawSpan)}</p>
      ))}
    </div>
  );
}

function drawSpan(span: Span, index: number): JSX.Element | string {
  switch (span.kind) {
    case 'plain':
      return span.text;
    case 'code':
      return <code key={index}>{span.text}</code>;
    case 'strong':
      return <strong key={index}>{span.text}</strong>;
    case 'tex':
      return <Tex key={index} source={span.text} />;
  }
}

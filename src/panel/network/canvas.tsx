/** The room for the picture: it measures itself, so that the picture is drawn in its own pixels. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isRoomy, layoutNetwork, leastHeight, type NetworkLayout, type NodeNeeds } from './layout';

interface CanvasProps {
  readonly layers: readonly number[];
  /** Lines of text in a node; of three, two stand beside each other where there is room. */
  readonly lines: NodeNeeds['lines'];
  readonly draw: (layout: NetworkLayout, isWide: boolean) => JSX.Element;
}

/** Draws into the room that there is, and again when it changes. */
export function Canvas({ layers, lines, draw }: CanvasProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = (): void => {
      setSize((old) => {
        const { clientWidth: width, clientHeight: height } = element;
        return old?.width === width && old.height === height ? old : { width, height };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const width = size?.width ?? 0;
  const isWide = lines > 1 && isRoomy(layers, width);
  const needs: NodeNeeds = { lines: isWide ? 2 : lines, isWide, hasFoot: true };
  const least = leastHeight(layers, needs);
  return (
    <div class="canvas" ref={host} style={{ minHeight: `${String(least)}px` }}>
      {size !== null && draw(layoutNetwork(layers, width, size.height, needs), isWide)}
    </div>
  );
}

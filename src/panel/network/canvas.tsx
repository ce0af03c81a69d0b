/** The picture in the room that there is for it: it measures itself, so that the picture is drawn in its own pixels. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isRoomy, layoutNetwork, leastHeight, type NodeNeeds } from './layout';
import { NetworkPicture } from './picture';
import type { PictureProps } from './pictureProps';

interface CanvasProps extends Omit<PictureProps, 'layout' | 'isWide'> {
  /** Lines of text in a node; of three, two stand beside each other where there is room. */
  readonly lines: NodeNeeds['lines'];
}

/** Draws into the room that there is, and again when it changes. */
export function Canvas({ lines, ...props }: CanvasProps): JSX.Element {
  const { layers } = props.drawing;
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
  const usual: NodeNeeds = { lines: isWide ? 2 : lines, isWide, hasFoot: true, isDense: false };
  const dense: NodeNeeds = { ...usual, isDense: true };
  const least = leastHeight(layers, dense);
  const needs = size !== null && size.height < leastHeight(layers, usual) ? dense : usual;
  return (
    <div class="canvas" ref={host} style={{ minHeight: `${String(least)}px` }}>
      {size !== null && (
        <NetworkPicture
          {...props}
          layout={layoutNetwork(layers, width, size.height, needs)}
          isWide={isWide}
        />
      )}
    </div>
  );
}

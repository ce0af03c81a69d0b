/** What can be measured of a page of the panel: runs in the browser, tells every fault in words. */

/**
 * Text that is too small, cut off, covered or too pale, and whatever is wider than the panel. What lies over what takes
 * as long as all the rest and is the same in every theme, so that it may be left out.
 */
export function measurePage(covers: boolean): readonly string[] {
  const faults = new Set<string>();
  const lowestContrast = 4.5;
  const smallest = 11;
  /** Formulas have small letters by nature; the editor and tables of numbers scroll inside themselves. */
  const apart = '.katex, .cm-editor, .visually-hidden, [aria-hidden="true"] > .codicon, .codicon';
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.add(`the page is ${String(wide)} px too wide`);

  // Every text asks for the same styles of what it stands in.
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element);
    if (known !== undefined) return known;
    const { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath } = getComputedStyle(element);
    const { backgroundImage, backgroundColor, fontSize, fill, color } = getComputedStyle(element);
    const boxes = { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath };
    const read = { ...boxes, backgroundImage, backgroundColor, fontSize, fill, color } as CSSStyleDeclaration;
    styles.set(element, read);
    return read;
  };

  const nameOf = (element: Element): string => {
    const classes = element.getAttribute('class') ?? '';
    return `${element.tagName.toLowerCase()}${classes === '' ? '' : `.${classes.trim().replaceAll(/\s+/gu, '.')}`}`;
  };

  interface Colour {
    readonly rgb: readonly [number, number, number];
    readonly alpha: number;
  }
  const read = (text: string): Colour => {
    const numbers = (/\(([^)]*)\)/u.exec(text)?.[1] ?? '').match(/-?[\d.]+(?:e-?\d+)?/gu)?.map(Number) ?? [];
    const scale = text.startsWith('color(') ? 255 : 1;
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
    return { rgb: [red * scale, green * scale, blue * scale], alpha };
  };
  const over = (top: Colour, below: Colour): Colour => ({
    rgb: [0, 1, 2].map(
      (at) => (top.rgb[at] ?? 0) * top.alpha + (below.rgb[at] ?? 0) * (1 - top.alpha),
    ) as unknown as Colour['rgb'],
    alpha: 1,
  });
  /** Null where a picture or a gradient lies behind it. */
  const behind = (element: Element): Colour | null => {
    const layers: Colour[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const style = styleOf(at);
      if (style.backgroundImage !== 'none') return null;
      const colour = read(style.backgroundColor);
      if (colour.alpha > 0) layers.push(colour);
      if (colour.alpha === 1) break;
    }
    return layers.reduceRight<Colour>((below, top) => over(top, below), { rgb: [255, 255, 255], alpha: 1 });
  };
  const luminance = ({ rgb }: Colour): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: Colour, b: Colour): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  /** What a drawing's own shapes put under a place of it, over what lies behind the drawing. */
  const behindInDrawing = (text: SVGElement, box: DOMRect, ground: Colour): Colour => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let result = ground;
    for (const shape of text.ownerSVGElement?.querySelectorAll('rect, circle, ellipse') ?? []) {
      const frame = shape.getBoundingClientRect();
      const isUnder =
        (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        frame.left <= x &&
        frame.right >= x &&
        frame.top <= y &&
        frame.bottom >= y;
      const { fill, fillOpacity } = getComputedStyle(shape);
      if (!isUnder || fill === 'none') continue;
      const colour = read(fill);
      result = over({ ...colour, alpha: colour.alpha * Number(fillOpacity) }, result);
    }
    return result;
  };
  const isPainted = (element: Element): boolean => {
    const { backgroundColor, backgroundImage } = styleOf(element);
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
    const isDrawn = element instanceof SVGElement || /^(?:canvas|img)$/iu.test(element.tagName);
    const isIcon = element.classList.contains('codicon');
    return hasText || isDrawn || isIcon || backgroundImage !== 'none' || read(backgroundColor).alpha > 0;
  };
  /** What else stands where a text has its middle; null where it is out of sight, or nothing else stands there. */
  const coverOf = (text: Element, box: DOMRect): Element | null => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (let at = text.parentElement; at !== null; at = at.parentElement) {
      if (styleOf(at).overflowY === 'visible') continue;
      const frame = at.getBoundingClientRect();
      if (y < frame.top || y > frame.bottom || x < frame.left || x > frame.right) return null;
    }
    const own = text instanceof SVGElement ? text.ownerSVGElement : text;
    // What the pointer passes through cannot be found by a point.
    if (getComputedStyle(text).pointerEvents === 'none') return null;
    // What only listens to the pointer hides nothing.
    const top =
      document.elementsFromPoint(x, y).find((at) => own?.contains(at) === true || isPainted(at)) ?? null;
    // The bar stays in sight over what is scrolled under it, and sheets lie over what they speak of.
    if (top === null || own === null || top.closest('.bar, .sheet') !== null) return null;
    return own.contains(top) || top.contains(own) ? null : top;
  };

  /** Clipped to nothing as a whole, not cut off: said by screen readers where the eye has it elsewhere. */
  const isForEarsOnly = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (styleOf(at).clipPath === 'inset(50%)') return true;
    return false;
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || element?.closest(apart) !== null) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (isForEarsOnly(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const style = styleOf(element);
    const where = `"${text.slice(0, 30)}" in ${nameOf(element)}`;
    const size = Number.parseFloat(style.fontSize);
    const isSvg = element instanceof SVGElement;
    const scale = (isSvg && element instanceof SVGGraphicsElement ? element.getScreenCTM()?.a : null) ?? 1;
    if (size * scale < smallest - 0.01) faults.add(`${(size * scale).toFixed(1)} px: ${where}`);
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { overflowX, textOverflow, webkitLineClamp } = styleOf(at);
      if (overflowX === 'auto' || overflowX === 'scroll') break;
      // What ends in an ellipsis says so itself, and its title says the rest.
      if (overflowX === 'visible' || textOverflow === 'ellipsis' || webkitLineClamp !== 'none') continue;
      const frame = at.getBoundingClientRect();
      if (box.right > frame.right + 1.5 || box.left < frame.left - 1.5 || box.bottom > frame.bottom + 3)
        faults.add(`cut off by ${nameOf(at)}: ${where}`);
    }
    if (element.closest(':disabled') !== null) continue;
    const back = behind(element);
    if (back === null) continue;
    const ground = isSvg ? behindInDrawing(element, box, back) : back;
    const cover = covers ? coverOf(element, box) : null;
    if (cover !== null) faults.add(`${nameOf(cover)} lies over ${where}`);
    const written = isSvg ? style.fill : style.color;
    const ratio = contrast(over(read(written), ground), ground);
    if (ratio < lowestContrast - 0.02) faults.add(`contrast ${ratio.toFixed(2)}: ${where}`);
  }
  return [...faults];
}

/** Where the regions and the rows of the panel stand, by their names. */
export function placesOf(): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  const watched =
    '.header, .task, .code, .code-head, .cm-editor, .bar, .bar .check, .note, .view-head, .stage, .equation, .returned, .returned tr, .matrix';
  document.querySelectorAll(watched).forEach((element, index) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const kind = (element.getAttribute('class') ?? '')
      .split(' ')
      .find((one) => one !== 'primary' && one !== 'secondary');
    const name = `${String(index)} ${element.tagName} ${kind ?? ''}`;
    places[name] = [x, y, width, height].map((value) => Math.round(value)).join(' ');
  });
  return places;
}

/** Reading whole files into arrays of somebody else's making, without a copy and without Node's larger modules. */
import { close, fstatSync, openSync, read } from 'node:fs';

/** The contents of a file in an array that `make` makes; it is read while other things are done. */
export function readInto(
  path: string,
  make: (length: number) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const file = openSync(path, 'r');
    const bytes = make(fstatSync(file).size);
    const settle = (error: Error | null): void => {
      close(file, () => {
        if (error === null) resolve(bytes);
        else reject(error);
      });
    };
    const next = (at: number): void => {
      if (at === bytes.length) settle(null);
      else
        read(file, bytes, at, bytes.length - at, at, (error, count) => {
          if (error !== null) settle(error);
          else if (count === 0) settle(new Error(`${path} ends before its end`));
          else next(at + count);
        });
    };
    next(0);
  });
}

/** Parts of the panel that come in a chunk of their own, when they are first shown. */
import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A component that loads the real one: `lazily(() => import('./x').then(({ X }) => X))`. Until it is there, and where it
 * could not be loaded, an empty element of the class `coming` keeps its place.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  return function Lazy(props: Props): JSX.Element {
    const came = useSignal(known !== null);
    useEffect(() => {
      if (came.value) return;
      coming ??= load();
      coming.then(
        (Component) => {
          known = Component;
          came.value = true;
        },
        (error: unknown) => {
          // The next time it is shown it is asked for again.
          coming = null;
          console.error(error);
        },
      );
    }, [came]);
    const Real = came.value ? known : null;
    return Real === null ? <div class="coming" aria-busy="true" /> : <Real {...props} />;
  };
}

/** The Python types and functions that the kernels need, registered by `numpy._backend.bind`. */
export interface Registry {
  ndarray: number;
  float64: number;
  float32: number;
  float16: number;
  complex128: number;
  bool_: number;
  True_: number;
  False_: number;
  /** The integer types by their codes, 0 where a code is none. */
  integers: readonly number[];
  /** What gives the object with a number. */
  numbered: number;
}

/** Before anything is registered. */
export const NOTHING_REGISTERED: Registry = {
  ndarray: 0,
  float64: 0,
  float32: 0,
  float16: 0,
  complex128: 0,
  bool_: 0,
  True_: 0,
  False_: 0,
  integers: [],
  numbered: 0,
};

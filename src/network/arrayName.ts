/**
 * The names of a network's arrays as data. An array has a role and a layer; the text (`dZ2`, `W1`) is made of them here
 * and read here, so that "this layer's input" or "the delta before the slope" is a question to role and layer.
 */

/** What an array is to its layer: the four of the forward pass and their gradients. */
export type Role = 'Z' | 'A' | 'W' | 'b' | 'dZ' | 'dA' | 'dW' | 'db';

export interface ArrayName {
  readonly role: Role;
  /** From 1; the activations of layer 0 are the inputs, X. */
  readonly layer: number;
}

const pattern = /^(d?[ZAWb])([1-9]\d*)$/u;

/** `Z1`, `dW2`; the activations of layer 0 are `X`. */
export function nameOf(role: Role, layer: number): string {
  return role === 'A' && layer === 0 ? 'X' : `${role}${String(layer)}`;
}

/** Role and layer of a name, `X` being A of layer 0; null for anything else (`Y`, `m`, `x`). */
export function readName(name: string): ArrayName | null {
  if (name === 'X') return { role: 'A', layer: 0 };
  const [, role, layer] = pattern.exec(name) ?? [];
  return role === undefined ? null : { role: role as Role, layer: Number(layer) };
}

/** Whether a name has one of these roles. */
export function hasRole(name: string, ...roles: readonly Role[]): boolean {
  const read = readName(name);
  return read !== null && roles.includes(read.role);
}

/** The array of another role in the same layer, or so many layers further; null where the name is no array's. */
export function beside(name: string, role: Role, further = 0): string | null {
  const read = readName(name);
  return read && nameOf(role, read.layer + further);
}

/** The gradient by an array of each role, and back. */
const gradientRoles = { Z: 'dZ', A: 'dA', W: 'dW', b: 'db' } as const satisfies Partial<Record<Role, Role>>;
const differentiatedRoles: Readonly<Partial<Record<Role, Role>>> = { dZ: 'Z', dA: 'A', dW: 'W', db: 'b' };

/** The name of the gradient by an array: `dW1` of `W1`; an error where the name is no array's of the forward pass. */
export function gradientOf(name: string): string {
  const read = readName(name);
  if (!read || !(read.role in gradientRoles)) throw new RangeError(`${name} has no gradient of its own`);
  return nameOf(gradientRoles[read.role as keyof typeof gradientRoles], read.layer);
}

/** Whether an array is the gradient by another one. */
export function isGradient(name: string): boolean {
  const read = readName(name);
  return read !== null && read.role in differentiatedRoles;
}

/** What a gradient's array is the gradient by: `Z1` of `dZ1`; the name itself where it is no gradient's. */
export function gradientBy(name: string): string {
  const read = readName(name);
  const role = read && differentiatedRoles[read.role];
  return role ? nameOf(role, read.layer) : name;
}

/** All known mistakes. Where two explain the same numbers, the earlier one is named. */
import type { Mistake } from '../mistake';
import * as activation from './activation';
import * as axes from './axes';
import * as calculus from './calculus';
import * as contract from './contract';
import * as cost from './cost';
import * as delta from './delta';
import * as distribution from './distribution';
import * as drawOrder from './drawOrder';
import * as forward from './forward';
import * as keys from './keys';
import * as layers from './layers';
import * as loss from './loss';
import * as orientation from './orientation';
import * as penalty from './penalty';
import * as products from './products';
import * as scale from './scale';
import * as seed from './seed';
import * as shape from './shape';
import * as slopes from './slopes';
import * as softmax from './softmax';
import * as terms from './terms';
import * as training from './training';
import * as update from './update';

export const catalogue: readonly Mistake[] = [
  contract,
  keys,
  orientation,
  calculus,
  drawOrder,
  distribution,
  seed,
  shape,
  forward,
  activation,
  cost,
  axes,
  products,
  softmax,
  slopes,
  terms,
  loss,
  delta,
  layers,
  penalty,
  update,
  training,
  scale,
].flatMap((entries) => Object.values(entries).filter(isMistake));

function isMistake(entry: unknown): entry is Mistake {
  return typeof entry === 'object' && entry !== null && 'code' in entry && 'sentence' in entry;
}

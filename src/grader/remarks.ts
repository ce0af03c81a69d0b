/** Sentences beside the findings: what a report says of itself as a whole. Panel and command line print them as they are. */
import type { Language } from '../course/exercise';
import type { NetworkSpec } from '../network/spec';
import { centralRemarks } from './centralRemark';
import { costFalls } from './costFalls';
import { conventionRemarks } from './conventionSentence';
import type { BareReport, Remark, Report } from './report';

/** The remarks on a report, those about what is wrong first. `before` are remarks that the run itself gave. */
export function withRemarks(
  report: BareReport,
  language: Language,
  before: readonly Remark[] = [],
  spec?: NetworkSpec,
): Report {
  const remarks = [
    ...before,
    ...costFalls(report, language),
    ...centralRemarks(report, language),
    ...conventionRemarks(report, language, spec),
  ];
  return { ...report, remarks };
}

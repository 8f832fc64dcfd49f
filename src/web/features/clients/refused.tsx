// What went wrong with a form, beside the button that sent it: the fields say the rest themselves.
import { useShownProblem } from '../../api/index.ts';
import { ProblemNotice } from '../../ui/index.ts';

export function Refused({ error }: { readonly error: unknown }) {
  const show = useShownProblem();
  return error === null || error === undefined ? null : <ProblemNotice problem={show(error)} />;
}

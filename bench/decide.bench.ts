// Decisions on one core, beside what it costs merely to parse the same requests as JSON.
import { decide } from '#domain/query';
import { compare, type Bench } from './compare.ts';
import { readRequest, requestTexts } from './decide-requests.ts';

const passes = 1_000;

const bench: Bench = async () => {
  const requests = requestTexts.map(readRequest);
  const isAllowed = requests.map(({ regulation, request }) => decide(regulation, request).allowed);
  if (isAllowed.filter(Boolean).length !== requests.length / 2) throw new Error('half of the requests should be allowed');

  const decideAll = (): void => {
    for (let pass = 0; pass < passes; pass += 1) {
      for (const [at, { regulation, request }] of requests.entries()) {
        if (decide(regulation, request).allowed !== isAllowed[at]) throw new Error('decided otherwise than before');
      }
    }
  };
  const parseAll = (): void => {
    for (let pass = 0; pass < passes; pass += 1) for (const text of requestTexts) JSON.parse(text);
  };
  return [await compare({ name: 'decide', rounds: 15, perCall: passes * requests.length, subject: decideAll, baseline: parseAll })];
};
export default bench;

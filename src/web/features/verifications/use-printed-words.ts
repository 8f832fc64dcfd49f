// What a verification's sheet of paper says at its head: whose it is, and who verified.
import { useSession } from '../../session/index.ts';
import { useVerificationTexts } from '../../texts/index.ts';

export function usePrintedWords(title: string): { title: string; by: string } {
  const texts = useVerificationTexts();
  const { organisation, unit, name, login } = useSession();
  return { title: `${organisation} ${title}`, by: `${texts.verifiedBy}：${unit} ${name}（${login}）` };
}

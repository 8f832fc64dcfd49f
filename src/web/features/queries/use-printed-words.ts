// What a query's sheet of paper says at its head: whose it is, and who asked.
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';

export function usePrintedWords(title: string): { title: string; by: string } {
  const texts = useTexts().queries;
  const { organisation, unit, name, login } = useSession();
  return { title: `${organisation} ${title}`, by: `${texts.queriedBy}：${unit} ${name}（${login}）` };
}

// What stands only on paper, above a query's outcome: whose it is, who asked, and, where it holds an answer, that it is confidential (NW-4.1.3).
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';

export function PrintedHead({ title, isConfidential }: { readonly title: string; readonly isConfidential: boolean }) {
  const texts = useTexts().queries;
  const session = useSession();
  return (
    <div className="only-print printed-head">
      {isConfidential && <span className="printed-confidential">{texts.confidential}</span>}
      <p className="printed-title">
        {session.organisation} {title}
      </p>
      <p>
        {texts.queriedBy}：{session.unit} {session.name}（{session.login}）
      </p>
    </div>
  );
}

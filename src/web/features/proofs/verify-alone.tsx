// The same page for whoever is not signed in: in a frame of its own, with the way to sign in.
import { useEffect } from 'react';
import { paths } from '../../paths.ts';
import { LanguageSwitch, Mark } from '../../shell/index.ts';
import { useProofTexts, useTexts } from '../../texts/index.ts';
import { VerifyPage } from './verify-page.tsx';

export function VerifyAlone() {
  const texts = useProofTexts();
  const { shell } = useTexts();
  useEffect(() => {
    document.title = `${texts.title}｜${shell.product}`;
  }, [texts, shell]);
  return (
    <div className="proof-alone">
      <header className="proof-alone-head no-print">
        <Mark />
        <span className="proof-alone-product">{shell.product}</span>
        <LanguageSwitch />
        <a href={paths.query()}>{texts.signIn}</a>
      </header>
      <main className="main">
        <VerifyPage />
      </main>
    </div>
  );
}

// On paper only: the record's proof as one QR code, and what the record says as another. Whoever scans both sees what the log holds.
import { qrCode, qrModuleMm } from '#documents';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts/index.ts';

export function RecordCodes({ proof, content }: { readonly proof: string; readonly content: string | undefined }) {
  const texts = useTexts().records;
  return (
    <div className="only-print record-codes">
      <p>{texts.codeWords(`${window.location.origin}${paths.verify()}`)}</p>
      <div>
        <PrintedCode text={proof} caption={texts.proofCode} />
        {content !== undefined && <PrintedCode text={content} caption={texts.contentCode} />}
      </div>
    </div>
  );
}

function PrintedCode({ text, caption }: { readonly text: string; readonly caption: string }) {
  const texts = useTexts().records;
  const code = qrCode(text);
  if (!code) return <p>{texts.codeTooLong(caption)}</p>;
  const { path, size } = code;
  const width = `${size * qrModuleMm}mm`;
  return (
    <figure>
      <svg role="img" aria-label={caption} viewBox={`0 0 ${size} ${size}`} width={width} height={width} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

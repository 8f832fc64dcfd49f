// Who saw this, when and for which case, across everything confidential: on the screen, in a photograph of it, and in print.
// Drawn as content, not as a background, so that browsers print it and no image address is needed.
import { useId } from 'react';

const tileWidth = 300;
const tileHeight = 140;

export function Watermark({ lines }: { readonly lines: readonly string[] }) {
  const id = useId();
  return (
    <svg className="watermark" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width={tileWidth} height={tileHeight} patternUnits="userSpaceOnUse" patternTransform="rotate(-22)">
          {lines.map((line, place) => (
            // Lines are a fixed list: their place is their identity.
            // oxlint-disable-next-line react/no-array-index-key
            <text key={place} x={8} y={36 + place * 23}>
              {line}
            </text>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}

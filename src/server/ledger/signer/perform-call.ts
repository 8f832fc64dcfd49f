// One call to a signer, out of JSON and into JSON.
import type { CheckpointSigner } from '../checkpoint-signer.ts';
import * as protocol from './protocol.ts';

/** @throws ZodError for what is not asked as the protocol says @throws LogUnavailable when the signer refuses */
export async function perform(signer: CheckpointSigner, call: protocol.SignerCall, ask: unknown): Promise<unknown> {
  switch (call) {
    case 'last':
      return protocol.head.encode(await signer.last());
    case 'sign':
    case 'sign-month-end': {
      const { head, proof } = protocol.growth.parse(ask);
      return call === 'sign' ? signer.sign(head, proof) : signer.signMonthEnd(head, proof);
    }
    case 'vkeys':
      return signer.vkeys();
    case 'certify':
      return signer.certifyReceiptKey(protocol.vkey.parse(ask));
    case 'next-key':
      return signer.nextVkey();
    case 'rotate': {
      const { vkey, overlap } = protocol.rotation.parse(ask);
      await signer.rotate(vkey, overlap);
      return null;
    }
    case 'take-over':
      await signer.takeOver();
      return null;
  }
}

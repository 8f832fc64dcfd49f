// From where a service may ask (NV-3.7): since when each address is listed, and when it was last used.
import type { ClientServiceDetail } from '#contract';
import { formatRocDateTime } from '#domain/kernel';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { ClauseChip, Code, Panel, Table, type Column } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { rocDay } from './days.ts';
import { shortAddress } from './short-address.ts';

type Address = ClientServiceDetail['addresses'][number];

export function AddressesPanel({ detail }: { readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  return (
    <Panel title={texts.addresses} isFlush>
      <Table
        caption={texts.addresses}
        columns={columnsOf(texts)}
        rows={detail.addresses}
        rowKey={({ address }) => address}
        stacks
        empty={<p className="clients-none">{texts.noAddresses}</p>}
      />
      <p className="clients-foot">
        {texts.addressesFixed} <ClauseChip clause={clauses.addresses} /> <ClauseChip clause={clauses.review} />
      </p>
    </Panel>
  );
}

function columnsOf(texts: ClientTexts): Column<Address>[] {
  return [
    { id: 'address', title: texts.address, kind: 'code', isRowHeader: true, cell: ({ address }) => <Code>{shortAddress(address)}</Code> },
    { id: 'since', title: texts.since, kind: 'nowrap', cell: ({ since }) => formatRocDateTime(Date.parse(since)) },
    {
      id: 'used',
      title: texts.lastUse,
      kind: 'nowrap',
      cell: ({ lastUsedOn }) => (lastUsedOn === null ? texts.neverUsed : rocDay(lastUsedOn)),
    },
  ];
}

// The operations of 勞保局's query service and their fields, as the regulations of its users share them.
import type { Operation } from '#domain/regulations';

export const labourInsuranceOperations = [
  {
    code: 'insured-history',
    name: '投保紀錄',
    fields: [
      { code: 'insured-unit', name: '投保單位' },
      { code: 'insured-from', name: '加保日期' },
      { code: 'insured-until', name: '退保日期' },
      { code: 'insured-salary', name: '月投保薪資' },
    ],
  },
  {
    code: 'benefit-payments',
    name: '給付紀錄',
    fields: [
      { code: 'benefit-kind', name: '給付種類' },
      { code: 'benefit-amount', name: '給付金額' },
      { code: 'benefit-paid-on', name: '給付日期' },
    ],
  },
  {
    code: 'pension-status',
    name: '年金領取情形',
    fields: [
      { code: 'pension-kind', name: '年金種類' },
      { code: 'pension-monthly', name: '每月年金金額' },
    ],
  },
] as const satisfies readonly Operation[];

const [history] = labourInsuranceOperations;

/** What is needed to judge what somebody lives on. */
export const allLabourInsuranceFields: readonly string[] = labourInsuranceOperations.flatMap(({ fields }) =>
  fields.map(({ code }) => code),
);

/** What is needed to know where and when somebody worked, and for how much: no benefit, no pension. */
export const insuredHistoryFields: readonly string[] = history.fields.map(({ code }) => code);

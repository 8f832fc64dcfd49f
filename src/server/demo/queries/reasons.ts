// Why an office asks, by purpose: the prefix of its case numbers and the reasons its people write.

interface Reasons {
  readonly prefix: string;
  readonly reasons: readonly string[];
}

const byPurpose: Readonly<Record<string, Reasons>> = {
  'social-assistance': {
    prefix: '社助',
    reasons: [
      '低收入戶資格審查',
      '中低收入戶資格審查',
      '急難救助申請審核',
      '低收入戶年度總清查',
      '特殊境遇家庭扶助審查',
      '家庭應計算人口工作收入查核',
    ],
  },
  'elderly-welfare': {
    prefix: '老福',
    reasons: ['中低收入老人生活津貼審查', '老人特別照顧津貼審查', '老人生活津貼年度複查', '假牙補助資格審查'],
  },
  'disability-benefits': {
    prefix: '身障',
    reasons: ['身心障礙者生活補助審查', '輔具費用補助資格審查', '日間照顧費用補助審查', '生活補助年度複查'],
  },
  'disability-premium-subsidy': { prefix: '身保', reasons: ['社會保險費補助資格審查', '保險費補助投保單位異動查核'] },
  'labor-mediation': {
    prefix: '勞資',
    reasons: ['工資爭議調解', '資遣費爭議調解', '職災補償爭議調解', '確認投保單位與僱傭期間', '退休金爭議調解'],
  },
};

const others: Reasons = { prefix: '業務', reasons: ['業務審查'] };

export function reasonsOf(purpose: string): Reasons {
  return byPurpose[purpose] ?? others;
}

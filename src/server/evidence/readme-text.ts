// The page that comes with a pack: what is in it, how to check it, what it proves and what it doesn't. For people who have never
// heard of this program.
import { packFiles, type About } from '#domain/evidence';
import { rocPeriod } from '#domain/reports';

export function readmeText({ organisation, title, month, origin, subjects }: About): string {
  const { checkpoint, exportProof, exportRecord, leaves, list, manifest, openings, policy, rangeProof, roster, verifier, vkey } = packFiles;
  return `密件

${organisation}　${title}
查詢紀錄單之存證　${rocPeriod(month)}
紀錄：${origin}

一、如何查驗
　　以 Node.js 20 以上版本執行（不需安裝其他程式，不需連線）：
　　　　node ${verifier} --key '公開金鑰'
　　公開金鑰請向保管機關另行取得，不要使用隨本檔附上的 ${vkey}：隨附的金鑰只能證明前後一致，不能證明出自該機關。
　　結束代碼 0 為完整無誤；1 為不符，並指出第一個不符之處；2 為不是存證檔。
　　驗證程式可自另處取得同版本者使用，或依下列公開標準自行撰寫。各檔案的雜湊值可用 sha256sum -c ${manifest} 核對。

二、證明了什麼
　　1. ${list} 所列，就是紀錄中當月的每一筆查詢：沒有少一筆、多一筆，次序與內容都與紀錄相符。
　　2. 每一筆的時間、帳號、姓名、單位、作業、目的與結果，都是紀錄當時所承諾的內容（加鹽雜湊），事後未經更改。
　　3. 月結當時所定的筆數與各項結果的件數，與清單相符${subjects ? '；清單摘要（含案號、事由、被查詢者）也相符' : ''}。
　　4. 本存證的匯出本身也載於紀錄。

三、不能證明什麼
　　未寫入紀錄的查詢，紀錄無從證明；請與資料提供機關所存的查詢紀錄核對。${roster}（當月有權限的人員）與作業、目的的中文名稱，是機關的陳述，
　　由匯出紀錄固定其內容，並非由紀錄證明其為真。

四、檔案
　　${list}　查詢紀錄單（CSV）${subjects ? '，含被查詢者（遮罩）、案號及事由' : '，不含被查詢者、案號及事由'}
　　${openings}　各筆紀錄的承諾內容與鹽值${subjects ? '，含完整的被查詢者資料，請依密件保管' : ''}
　　${leaves}　範圍內紀錄樹的每一片葉（不含個人資料）
　　${rangeProof}、${checkpoint}　範圍證明與簽署的樹頭；checkpoints/　月結時的樹頭（及時戳）
　　${exportRecord}、${exportProof}　匯出紀錄及其存在證明；${manifest}　其餘各檔的 SHA-256
　　${roster}　當月有權限的人員；${policy}　見證規則；${vkey}　公開金鑰；${verifier}　驗證程式

--------------------------------------------------------------------------------

Evidence of the query list of ${month}, log ${origin}

How to check it: with Node.js 20 or later, nothing to install, no network:

    node ${verifier} --key 'VERIFIER KEY'

Get the log's verifier key from the office, not from this pack: the ${vkey} file beside proves consistency, not origin.
Exit code 0 intact, 1 not (with the first thing that is wrong), 2 no evidence at all. Or write a verifier of your own: RFC 6962 (tree),
C2SP signed-note, tlog-checkpoint and tlog-proof, RFC 8785 (JSON), SHA-256, Ed25519. \`sha256sum -c ${manifest}\` checks the files' digests.

What it proves: ${list} holds every query of the month that the log holds, and no other, in order; each row says what was committed to when it
was recorded (SHA-256 over label, compartment letter, salt, canonical JSON); number and results are those fixed when the month was closed; the
export itself is in the log.
What it can't prove: that everything was logged. Compare with what the provider of the data kept. ${roster} and the names of operations and purposes
are statements of the office, fixed by the export record.

Files: ${list} the list; ${openings} \`index letter salt JSON\`, a line per opened compartment; ${leaves} every leaf of the range, a line each;
${rangeProof} the compact range at its start, the consistency proof from its end; ${checkpoint} the signed tree; checkpoints/ those kept at the month's end;
${exportRecord}, ${exportProof} the record of the export and its proof; ${manifest} SHA-256 of the others; ${roster} who had a grant; ${policy} the witness
policy; ${vkey} the key; ${verifier} the verifier.
`;
}

import { describe, expect, it } from 'vitest';
import { percentMismatch } from '../../../server/src/core/rules/percent-mismatch.ts';
import type { ExampleReport } from '../../../server/src/core/rules/rule.ts';
import { heardAlone, inPlaceOfRequests } from '../../support/check.ts';

/** What is said of the per cents of a sentence, `nothing` where all are right or none can be judged. */
function said(sentence: string, last?: ExampleReport): string {
  const example = { replace: [inPlaceOfRequests(sentence)], ...(last && { last }) };
  const { findings } = heardAlone(percentMismatch, example);
  return (
    findings
      .map(({ message, related }) => {
        expect(related).toHaveLength(2);
        for (const { anchor, message: quoted, document } of related) {
          const there = anchor.block.source.slice(anchor.start, anchor.end);
          if (document === undefined) expect(there).toBe(quoted);
          else expect(quoted).toContain(there);
        }
        return message.replace('请核对。', '');
      })
      .join('') || 'nothing'
  );
}

describe('two years side by side', () => {
  it.each([
    // A number, the year before and how far they are apart.
    ['公开信息150条，较2024年的120条增加30条，增长25%。', 'nothing'],
    ['公开信息150条，比上年（120条）增加30条，增长25%。', 'nothing'],
    ['公开信息150条，与上年的120条相比，多30条，增长25%。', 'nothing'],
    ['公开信息150条，较2024年的120条增加30条，增长26%。', 'nothing'],
    ['公开信息150条，较2024年的120条增加30条，增长24%。', 'nothing'],
    ['公开信息150条，较2024年的120条增加20条，增长25%。', '从 120条到 150条，相差 30，这里写的是 20条。'],
    ['公开信息150条，较2024年的120条增加30条，增长35%。', '从 120条到 150条，变化应为 25%，这里写的是 35%。'],
    [
      '公开信息150条，较2024年的120条增加20条，增长35%。',
      '从 120条到 150条，相差 30，这里写的是 20条。从 120条到 150条，变化应为 25%，这里写的是 35%。',
    ],
    ['公开信息120条，比上年的150条减少30条，下降20%。', 'nothing'],
    ['公开信息120条，比上年的150条减少30条，下降30%。', '从 150条到 120条，变化应为 20%，这里写的是 30%。'],
    // Of two numbers the first may be the one that is compared.
    ['收到申请120件，办结110件，比上年的150件下降20%。', 'nothing'],
    ['收到申请120件，办结110件，比上年减少30件，下降20%。', 'nothing'],
    ['收到申请120件，办结110件，比上年的150件下降30%。', '从 150件到 110件，变化应为 27%，这里写的是 30%。'],
    ['公开信息120条，接待10人，比上年的50人下降70%。', '从 50人到 10人，变化应为 80%，这里写的是 70%。'],
    // Fewer, and yet a rise: nobody knows what is meant.
    ['公开信息120条，比上年的150条减少30条，增长30%。', 'nothing'],
    ['公开信息150条，较2024年的120条增加30条，下降35%。', 'nothing'],
    // Of the total, or of the last part.
    ['公开信息318条，其中规划类278条、其他40条，比上年的280条增加38条，增长13.6%。', 'nothing'],
    ['公开信息318条，包括规划类278条、其他40条，上年为280条，同比增长13.6%。', 'nothing'],
    ['公开信息318条，规划类、其他分别为278条、40条，较2024年增加38条，增长13.6%。', 'nothing'],
    // The year before is worked out.
    ['公开信息150条，比上年增加30条，增长25%。', 'nothing'],
    ['公开信息150条，比上年增加30条，增长30%。', '从 120条到 150条，变化应为 25%，这里写的是 30%。'],
    ['公开信息120条，比上年减少了30条，下降25%。', '从 150条到 120条，变化应为 20%，这里写的是 25%。'],
    ['公开信息120条，比上年减少30条，下降20%。', 'nothing'],
    ['公开信息150，比上年增加30，增长30%。', '从 120到 150，变化应为 25%，这里写的是 30%。'],
    [
      '公告增加50条，公开信息120条，比上年减少30条，下降25%。',
      '从 150条到 120条，变化应为 20%，这里写的是 25%。',
    ],
    ['公开信息150条，比上年减少30条，增长35%。', 'nothing'],
    // The year before, and no difference.
    ['公开信息150条，较上年的120条增长25%。', 'nothing'],
    ['公开信息150条，较上年的120条增长35%。', '从 120条到 150条，变化应为 25%，这里写的是 35%。'],
    ['公开信息150条，上年为120条，同比增长25%。', 'nothing'],
    ['公开信息150条，上一年为120条，同比增长35%。', '从 120条到 150条，变化应为 25%，这里写的是 35%。'],
    ['公开信息150，上年为120，同比增长35%。', '从 120到 150，变化应为 25%，这里写的是 35%。'],
    ['公开信息150条，上年为120条，同比提高35个百分点。', 'nothing'],
    ['公开信息120条，上年为150条，同比增长20%。', '从 150条到 120条，变化应为 下降 20%，这里写的是 20%。'],
    ['公开信息150条，而去年同期是120条，同比上升了35%。', '从 120条到 150条，变化应为 25%，这里写的是 35%。'],
    ['公开信息150条，上一年度120条，提高35%。', '从 120条到 150条，变化应为 25%，这里写的是 35%。'],
    ['由120条增长到150条，增长25%。', 'nothing'],
    ['从上年的120条增加至150条，增长30%。', '从 120条到 150条，变化应为 25%，这里写的是 30%。'],
    ['从150条下降为120条，降低25%。', '从 150条到 120条，变化应为 20%，这里写的是 25%。'],
    ['2024年公开信息120条，2025年公开信息150条，增长25%。', 'nothing'],
    [
      '2024年公开信息120条，2025年公开信息150条，增长35%。',
      '从 120条到 150条，变化应为 25%，这里写的是 35%。',
    ],
    // Behind the per cent, in brackets.
    ['公开信息150条，同比增长25%（2024年为120条）。', 'nothing'],
    ['公开信息150条，同比增长35%（2024年为120条）。', '从 120条到 150条，变化应为 25%，这里写的是 35%。'],
    ['公开信息150条，同比增长35%（含转载120条）。', 'nothing'],
    [
      '公开信息150条，同比增长35%（2024年为120条），开展培训3次。',
      '从 120条到 150条，变化应为 25%，这里写的是 35%。',
    ],
    [
      '发布公告50条，公开信息150条，增长35%（2024年为120条）。',
      '从 120条到 150条，变化应为 25%，这里写的是 35%。',
    ],
    // Only the last numbers are meant.
    [
      '开展培训3次，公开信息150条，上年为120条，同比增长35%。',
      '从 120条到 150条，变化应为 25%，这里写的是 35%。',
    ],
    // Of another unit, not exact, or from nothing.
    ['公开信息150条，上年为120件，同比增长35%。', 'nothing'],
    ['公开信息150余条，上年为120条，同比增长35%。', 'nothing'],
    ['公开信息150条，上年为约120条，同比增长35%。', 'nothing'],
    ['公开信息150条，上年为100至120条，同比增长35%。', 'nothing'],
    ['公开信息150条，上年为0条，同比增长35%。', 'nothing'],
    ['公开信息150条，上年为120条，同比增长约35%。', 'nothing'],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it.each([
    ['28.2', true],
    ['28.7', true],
    ['28.8', false],
    ['27.8', true],
    ['27.7', false],
  ])('rounded to thousands may have grown by %s %%: %s', (percent, isRight) => {
    expect(said(`公开信息38.6万条，上年为30.1万条，同比增长${percent}%。`)).toBe(
      isRight ? 'nothing' : `从 30.1万条到 38.6万条，变化应为 28.2%，这里写的是 ${percent}%。`,
    );
  });

  it('are as exact as the less exact of both', () => {
    expect(said('公开信息38.6万条，上年为301250条，同比增长28.3%。')).toBe('nothing');
    expect(said('公开信息386250条，上年为30.1万条，同比增长28.5%。')).toBe('nothing');
    expect(said('公开信息386250条，上年为301250条，同比增长28.5%。')).toContain('变化应为 28.2%');
  });

  it('differ by what they may differ by where they are rounded', () => {
    expect(said('公开信息38.6万条，比上年的30.1万条增加8.4万条，增长28.2%。')).toBe('nothing');
    expect(said('公开信息386250条，比上年的301250条增加8.4万条，增长28.2%。')).toBe('nothing');
    expect(said('公开信息38.6万条，比上年的30.1万条增加9.4万条，增长28.2%。')).toBe(
      '从 30.1万条到 38.6万条，相差 85000，这里写的是 9.4万条。',
    );
  });

  it('are rounded where they are no whole numbers', () => {
    expect(said('投入经费36.5万元，比上年的30.1万元增加6.4万元，增长21.4%。')).toBe('nothing');
    expect(said('投入经费36.5万元，比上年的30.1万元增加7.4万元，增长21.3%。')).toBe(
      '从 30.1万元到 36.5万元，相差 6.4，这里写的是 7.4万元。',
    );
    expect(said('投入经费0.3万元，比上年增加0.1万元，增长300%。')).toBe(
      '从 0.2万元到 0.3万元，变化应为 50%，这里写的是 300%。',
    );
  });
});

describe('a part beside its share', () => {
  it.each([
    '收到政府信息公开申请15件，其中自然人8件，占76.7%。',
    '收到政府信息公开申请12件，其中自然人7件，占76.7%。',
    '收到政府信息公开申请15件，较2024年的10件增加2件，增长20%。',
  ])('is judged once the tables’ numbers are put right: %s', (sentence) => {
    expect(said(sentence)).toBe('nothing');
  });

  const wrong = '100条占 300条 的 33%，这里写的是 35%。';

  it.each([
    ['公开信息300条，其中民生类100条，占33.3%。', 'nothing'],
    ['公开信息300条，其中民生类100条，占34%。', 'nothing'],
    ['公开信息300条，其中民生类100条，占33.5%。', '100条占 300条 的 33.3%，这里写的是 33.5%。'],
    ['公开信息300条，其中民生类100条，占35%。', wrong],
    ['公开信息300条，包括民生类100条，占比为35%。', wrong],
    ['公开信息300条（含民生类100条，占35%）。', wrong],
    ['公开信息300条，其中民生类100条信息占总数的35%。', wrong],
    ['公开信息300条，其中民生类100条（占35%）。', wrong],
    ['公开信息300条，其中民生类300条，占90%。', '300条占 300条 的 100%，这里写的是 90%。'],
    // Not exact, or of something else.
    ['公开信息300条，其中民生类100条，约占35%。', 'nothing'],
    ['公开信息300条，其中民生类100条，占约35%。', 'nothing'],
    ['公开信息300条，其中民生类100余条，占35%。', 'nothing'],
    ['公开信息300余条，其中民生类100条，占35%。', 'nothing'],
    ['公开信息300条，其中民生类100条，满意率35%。', 'nothing'],
    ['公开信息300条，其中民生类100条，占比提高35个百分点。', 'nothing'],
    ['公开信息300条，其中民生类100条，占比35个百分点。', 'nothing'],
    ['公开信息300条，其中民生类100条，网站占35%。', 'nothing'],
    ['公开信息300条，其中民生类100条群众关心的各领域信息占35%。', 'nothing'],
    ['公开信息300条，其中民生类100件，占35%。', 'nothing'],
    ['公开信息100条，其中民生类300条，占35%。', 'nothing'],
    ['公开信息0条，其中民生类0条，占0%。', 'nothing'],
    ['占全部信息的35%，其中民生类100条。', 'nothing'],
    // Only 其中 makes a lone one a part; any number before it may be its whole.
    ['公开信息300条，民生类100条，占35%。', 'nothing'],
    ['其中公开信息300条，民生类100条，占35%。', 'nothing'],
    ['公开信息300条，公告类200条，其中民生类100条，占50%。', 'nothing'],
    ['公开信息300条，公告类200条，其中民生类100条，占60%。', '100条占 300条 的 33%，这里写的是 60%。'],
    ['公开信息300条，整改0条，其中民生类100条，占35%。', wrong],
    ['公开信息300条，其中民生类100条（35%）。', 'nothing'],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it.each([
    // That which makes most of them right is the whole of all.
    [
      '公开信息300条。政策类120条，占40%；动态类30条，占10%；公告类150条，占60%。',
      '150条占 300条 的 50%，这里写的是 60%。',
    ],
    [
      '公开信息300条。政策类120条（40%）、动态类30条（10%）、公告类150条（60%）。',
      '150条占 300条 的 50%，这里写的是 60%。',
    ],
    [
      '公开信息300条。政策类120条(40%)、动态类30条(10%)、公告类150条(60%)。',
      '150条占 300条 的 50%，这里写的是 60%。',
    ],
    ['公开信息300条。政策类120条，占40%；动态类30条，占11.5%；公告类150条，占60%。', 'nothing'],
    [
      '公开信息300条。政策类120条，占40%；动态类30条，占10%；公告类120条，占45%；其他30条，占15%。',
      '120条占 300条 的 40%，这里写的是 45%。30条占 300条 的 10%，这里写的是 15%。',
    ],
    [
      '公开信息300条，其中公告类150条。政策类120条，占40%；动态类30条，占10%；其他150条，占60%。',
      '150条占 300条 的 50%，这里写的是 60%。',
    ],
    // Or that which they add up to.
    ['公开信息300条。政策类120条，占45%；公告类180条，占60%。', '120条占 300条 的 40%，这里写的是 45%。'],
    ['公开信息300条。政策类120条，占45%；公告类120条，占40%。', 'nothing'],
    ['公开信息300条，其中政策类120条，占40%；动态类30条，占20%。', '30条占 300条 的 10%，这里写的是 20%。'],
    ['公开信息300条。政策类120条，占45%；公告类180条，占65%。', 'nothing'],
    // Not all of one kind, larger, or before what may be their whole.
    ['政策类120条，占40%；动态类30条，占10%；公告类150条，占60%；公开信息300条。', 'nothing'],
    ['公开信息300条。政策类120条，占40%；动态类30条，占10%；公告类150件，占60%。', 'nothing'],
    ['公开信息100条。政策类40条，占40%；动态类10条，占10%；公告类150条，占60%。', 'nothing'],
  ])('among others: %s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected);
  });

  it('may be rounded, as its whole may', () => {
    expect(said('网站访问1.2万人次，其中手机0.3万人次，占24.1%。')).toBe('nothing');
    expect(said('网站访问1.2万人次，其中手机0.3万人次，占28.1%。')).toBe('nothing');
    expect(said('网站访问1.2万人次，其中手机3000人次，占23.9%。')).toBe('nothing');
    expect(said('网站访问1.2万人次，其中手机3000人次，占26.1%。')).toBe('nothing');
    expect(said('网站访问1.2万人次，其中手机0.3万人次，占34.1%。')).toContain('的 25.0%，');
    expect(said('网站访问1.2万人次，其中手机0.3万人次，占18.1%。')).toContain('的 25.0%，');
  });
});

describe('this year beside last year’s report', () => {
  const nine = { figures: { 'applications/received/total': '9', 'applications/received/natural': '5' } };

  it.each([
    ['收到政府信息公开申请12件，同比增长33.3%。', 'nothing'],
    ['收到政府信息公开申请12件，同比增长50%。', '从 9件到 12件，变化应为 33%，这里写的是 50%。'],
    ['收到政府信息公开申请12件，比上年增长50%。', '从 9件到 12件，变化应为 33%，这里写的是 50%。'],
    ['收到政府信息公开申请12件，较去年同期增长50%。', '从 9件到 12件，变化应为 33%，这里写的是 50%。'],
    ['收到政府信息公开申请12件，与上一年度相比，增长50%。', '从 9件到 12件，变化应为 33%，这里写的是 50%。'],
    ['收到政府信息公开申请12件同比增长50%。', '从 9件到 12件，变化应为 33%，这里写的是 50%。'],
    ['收到政府信息公开申请12件，办结11件，同比增长50%。', '从 11件到 11件，变化应为 0%，这里写的是 50%。'],
    // Which number it is that has grown is not said.
    ['收到政府信息公开申请12件，办结11件，同比分别增长33.3%、10%。', 'nothing'],
    ['收到政府信息公开申请12件，较2022年增长50%。', 'nothing'],
    ['收到政府信息公开申请12件，增长50%。', 'nothing'],
    ['收到政府信息公开申请12件，同比占到了50%。', 'nothing'],
    ['收到政府信息公开申请12件，同比下降50%。', '从 9件到 12件，变化应为 增长 33%，这里写的是 50%。'],
    // The number is not the table's, or the per cent not the number's.
    ['收到政府信息公开申请15件，同比增长50%。', 'nothing'],
    ['收到政府信息公开申请12件，办理质量同比增长50%。', 'nothing'],
    ['收到政府信息公开申请12件，占50%。', 'nothing'],
    ['培训12次，同比增长50%。', 'nothing'],
  ])('%s', (sentence, expected) => {
    expect(said(sentence, nine)).toBe(expected);
  });

  it.each([['', '/', '十'], ['0']])('is not judged where that one has %j', (...texts) => {
    for (const text of texts)
      expect(
        said('收到政府信息公开申请12件，同比增长50%。', {
          figures: { 'applications/received/total': text },
        }),
      ).toBe('nothing');
  });

  it('is not judged where that one lacks some of the numbers', () => {
    const table = [
      '| 行政复议 | | | | | 行政诉讼 | | | | |',
      `|${'---|'.repeat(10)}`,
      '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | |',
      '| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
      '| 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 2 |',
    ];
    const whole = `# 示例县自然资源局2024年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n${table.join('\n')}\n`;
    const figures = Object.fromEntries(
      ['direct', 'after'].flatMap((kind, at) => [
        [`proceedings/${kind}/pending`, `${at + 1}`],
        [`proceedings/${kind}/total`, `${at + 1}`],
      ]),
    );
    const replace = [inPlaceOfRequests('政府信息公开行政诉讼3件，同比增长30%。')];
    const heard = (last: ExampleReport) =>
      heardAlone(percentMismatch, { figures, replace, last }).findings.map(({ message }) => message);
    expect(heard({ whole })).toEqual([]);
    const two = { 'proceedings/direct/pending': '2', 'proceedings/direct/total': '2' };
    expect(heard({ figures: two })).toEqual(['从 2件到 3件，变化应为 50%，这里写的是 30%。请核对。']);
  });

  it('is not judged where there is none', () => {
    expect(said('收到政府信息公开申请12件，同比增长50%。')).toBe('nothing');
    const whole = '# 示例县自然资源局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n';
    expect(said('收到政府信息公开申请12件，同比增长50%。', { whole })).toBe('nothing');
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocumentNumbers } from '../../../server/src/core/laws/documentNumbers.ts';
import {
  findByNumber,
  findTitle,
  isGrounded,
  numberFits,
  shortTitle,
  titles,
} from '../../../server/src/core/laws/titles.ts';

describe('the table of titles', () => {
  test('every title is found by itself, once, and its number is well formed', () => {
    for (const law of titles) {
      expect(findTitle(law.title), law.title).toEqual({ kind: 'exact', law });
      expect(findTitle(`《${law.title}》`)).toEqual({ kind: 'exact', law });
      if (law.encloses !== undefined) expect(findTitle(law.encloses)).toEqual({ kind: 'exact', law });
      for (const short of law.accepted ?? []) expect(findTitle(short)).toEqual({ kind: 'short', law });
      for (const wrong of law.closeMisses ?? [])
        expect(findTitle(wrong)).toMatchObject({ kind: 'closeMiss', law });
      for (const number of [law.number, ...(law.formerNumbers ?? [])]) {
        if (number === undefined) continue;
        expect(readDocumentNumbers(number), number).toMatchObject([{ normalized: number, faults: [] }]);
        expect(findByNumber(number)).toBe(law);
      }
      if (law.supersededBy !== undefined) expect(findTitle(law.supersededBy).kind).toBe('exact');
      for (const date of [law.adopted, law.inForce, law.until]) {
        if (date !== undefined) expect(date).toMatch(/^\d{4}(-\d\d-\d\d)?$/);
      }
    }
    expect(new Set(titles.map(({ title }) => title)).size).toBe(titles.length);
  });

  test('facts of confidence C are no ground for a finding', () => {
    const points = findTitle('2019年政务公开工作要点');
    expect(points.kind).toBe('exact');
    if (points.kind !== 'exact') return;
    expect(isGrounded(points.law, 'title')).toBe(false);
    expect(isGrounded(points.law, 'number')).toBe(false);
    for (const law of titles) {
      if (law.confidence === 'C') expect(law.uncertain, law.title).toContain('title');
    }
  });
});

const facts = new URL('../../../../shared/law/related-laws.md', import.meta.url);
const here = existsSync(facts);
const unlessHere = here ? '' : ' (skipped: ../shared/law is not on this machine)';

describe('the titles and numbers collected', () => {
  test.runIf(here)(`are all in the table, in force since the same day${unlessHere}`, () => {
    const lines = readFileSync(facts, 'utf8').split('\n').slice(0, 70);
    const numbers = lines.flatMap((line) => line.match(/[国中]办[发函公开办]*〔\d{4}〕\d+号/g) ?? []);
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(findByNumber(number), number).toBeDefined();
    const laws = lines.flatMap((line) => {
      const [, name, , version, since] = line.split('|').map((cell) => cell.trim());
      const title = /^《(中华人民共和国.+法)》$/.exec(name ?? '')?.[1];
      return title === undefined ? [] : [{ title, version, since: since?.slice(0, 10) }];
    });
    expect(laws.length).toBeGreaterThanOrEqual(16);
    for (const { title, version, since } of laws) {
      const law = titles.find((known) => known.title === title);
      expect([title, law?.inForce, law?.adopted]).toEqual([title, since, version?.slice(0, 10)]);
    }
  });
});

describe('names', () => {
  test.each([
    ['《中华人民共和国政府信息公开条例》', '国务院令第711号'],
    ['《中华人民共和国政府信息公开条例（2019年修订）》', '国务院令第711号'],
    ['中华人民共和国政府信息公开条例（国务院令第711号）', '国务院令第711号'],
    ['国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知', '国办函〔2020〕109号'],
    ['国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知', '国办函〔2020〕109号'],
    ['政府信息公开信息处理费管理办法', '国办函〔2020〕109号'],
    ['〈关于全面推进政务公开工作的意见〉实施细则', '国办发〔2016〕80号'],
    ['中华人民共和国政府信息公开工作年度报告格式', '国办公开办函〔2021〕30号'],
  ])('%s is a title', (name, number) => {
    expect(findTitle(name)).toMatchObject({ kind: 'exact', law: { number } });
  });

  test.each([
    ['条例', '中华人民共和国政府信息公开条例'],
    ['政府信息公开条例', '中华人民共和国政府信息公开条例'],
    ['政府信息公开条例（修订）', '中华人民共和国政府信息公开条例'],
    ['保密法', '中华人民共和国保守国家秘密法'],
    ['保守国家秘密法', '中华人民共和国保守国家秘密法'],
    ['行政复议法', '中华人民共和国行政复议法'],
    [
      '关于全面推进基层政务公开标准化规范化工作的指导意见',
      '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
    ],
    ['关于印发2021年政务公开工作要点的通知', '国务院办公厅关于印发2021年政务公开工作要点的通知'],
  ])('%s is a short form', (name, title) => {
    expect(findTitle(name)).toMatchObject({ kind: 'short', law: { title } });
  });

  test.each([
    ['中华人民共和国政府信息公开法', '中华人民共和国政府信息公开条例'],
    ['中华人民共和国保密法', '中华人民共和国保守国家秘密法'],
    ['中华人民共和国保守国家机密法', '中华人民共和国保守国家秘密法'],
    ['保护国家秘密法', '保守国家秘密法'],
    ['政府信息公开工作条例', '政府信息公开条例'],
    ['中华人民共和国政府信息公开工作条例', '中华人民共和国政府信息公开条例'],
    ['政务公开条例', '政府信息公开条例'],
    ['信息公开条例', '政府信息公开条例'],
    ['政府信息公开条列', '政府信息公开条例'],
    ['政府信信息公开条例', '政府信息公开条例'],
    ['政府息信公开条例', '政府信息公开条例'],
    ['中华人民共和国政府信息公条例', '中华人民共和国政府信息公开条例'],
    ['中华人民共和国信访工作条例', '信访工作条例'],
    ['中华人民共和国保密法实施条例', '中华人民共和国保守国家秘密法实施条例'],
    ['政府信息公开处理费管理办法', '政府信息公开信息处理费管理办法'],
    ['中华人民共和国个人信息法', '中华人民共和国个人信息保护法'],
    ['中华人民共和国政府采构法', '中华人民共和国政府采购法'],
    [
      '国务院办公厅关于全面推进基层政务公开标准化规范化工作指导意见',
      '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
    ],
  ])('%s is a close miss of %s', (name, suggestion) => {
    expect(findTitle(`《${name}》`)).toMatchObject({ kind: 'closeMiss', suggestion });
  });

  const local = `
    重庆市政务信息公开暂行办法 示例县政府信息公开办法 示例县政府信息公开条例 上海市政府信息公开规定
    广州市政府信息公开规定 北京市政府信息公开规定 某省政府信息公开条例 市政府信息公开条例 省政府信息公开条例
    县政府信息公开条例 本县政府信息公开实施办法 某市政务公开条例 贵阳市政府信息公开条例 深圳市信息公开条例
    示例县人民政府办公室政府信息公开指南 垫江县人民政府桂溪街道办事处政府信息公开指南 政府信息公开指南
    政府信息公开目录 政府信息公开年度报告 政府信息公开工作年度报告 2020年政府信息公开工作年度报告
    政府信息公开工作制度 政府信息公开审查制度 政府信息公开保密审查制度 政府信息公开责任追究制度 政府信息公开案例
    政府信息公开示例 政府信息公开申请表 政府信息公开规定 政府信息公开办法 政府信息公开实施细则
    政府信息公开条例实施办法 政府信息公开条例释义 政府信息主动公开清单 政府信息依申请公开办理规范 政务公开办法
    政务公开工作方案 示例市2023年政务公开工作要点 2023年政务公开工作要点 2024年政务公开工作要点
    关于印发2023年政务公开工作要点的通知 关于印发示例市2021年政务公开工作要点分工方案的通知
    关于做好2020年度政府信息公开工作年度报告编制发布的通知 关于做好2023年政府信息公开工作年度报告编制工作的通知
    安徽省政务公开办公室关于做好2022年度政府信息公开工作年度报告编制和数据报送工作的通知
    关于全面推进基层政务公开标准化规范化工作的实施意见 示例市人民政府办公室关于推进政务新媒体健康有序发展的实施意见
    示例省行政规范性文件管理办法 鹤壁市行政规范性文件管理办法 行政规范性文件管理办法 示例市档案管理条例
    示例市信访工作办法 示例省信访条例 党务公开条例 中国共产党党务公开条例（试行） 企业信息公示暂行条例
    示例县政府网站管理办法 政府网站发展指南 示例市政府采购管理办法 示例省数据条例 示例市公共数据条例
    示例县行政执法公示办法 示例街道办事处信息发布审核制度 信息发布三审三校制度 示例镇村务公开办法
    保密工作责任制 保密审查制度 示例县保密工作规定 示例市保守国家秘密条例 示例省实施〈中华人民共和国档案法〉办法
    示例省实施〈中华人民共和国保守国家秘密法〉办法 示例市政府信息公开信息处理费收取办法 信息工作条例 示例自治州政务信息公开条例
    环境信息公开条例 高等学校信息公开办法 市政府网站发展指引 县规章制定程序条例 示例县网络安全责任制实施细则
    政府信息公开行政复议案件办理指引 示例区政府信息公开申请答复规范（试行） 行政复议条例 示例市行政程序规定`
    .split(/\s+/)
    .filter((name) => name !== '');

  test('more than sixty local rules, notices and other papers are unknown', () => {
    expect(local.length).toBeGreaterThan(60);
    expect(local.filter((name) => findTitle(`《${name}》`).kind !== 'unknown')).toEqual([]);
  });

  const others =
    `宪法 民法典 刑法 审计法 会计法 预备役人员法 监察法 审判法 人民法院组织法 行政监察法 民事诉讼法
    刑事诉讼法 国家赔偿法 国家安全法 反间谍法 食品安全法 生物安全法 粮食安全保障法 突发事件应对法 安全生产法
    土地管理法 城乡规划法 招标投标法 环境保护法 环境影响评价法 促进科技成果转化法 预防未成年人犯罪法 公务员处分法
    公职人员政务处分法 法律援助法 电子签名法 电子商务法 消费者权益保护法 未成年人保护法 妇女权益保障法 英雄烈士保护法
    预算法实施条例 审计法实施条例 统计法实施条例 招标投标法实施条例 土地管理法实施条例 税收征收管理法 著作权法
    国有土地上房屋征收与补偿条例 电信条例 计算机信息系统安全保护条例 监察官法 反垄断法 标准化法 价格法`
      .split(/\s+/)
      .filter((name) => name !== '');

  test('other national laws are unknown, with 中华人民共和国 and without', () => {
    const wrong = others
      .flatMap((name) => [name, `中华人民共和国${name}`])
      .filter((name) => findTitle(name).kind !== 'unknown');
    expect(wrong).toEqual([]);
  });

  test('no title of the table is a close miss of another', () => {
    for (const { title } of titles) expect(findTitle(shortTitle(title)).kind).not.toBe('closeMiss');
  });

  test('hostile names are unknown', () => {
    for (const name of ['', '《》', '，', '政'.repeat(100_000), '中华人民共和国']) {
      expect(findTitle(name).kind).toBe('unknown');
    }
  });
});

describe('a number beside a title', () => {
  const fits = (name: string, number: string) => {
    const [read] = readDocumentNumbers(number);
    return read === undefined ? 'none' : numberFits(findTitle(name), read);
  };

  test.each([
    ['中华人民共和国政府信息公开条例', '国务院令第711号', 'fits'],
    ['中华人民共和国政府信息公开条例', '国务院令第492号', 'fits'],
    ['中华人民共和国政府信息公开条例', '中华人民共和国国务院令第711号', 'fits'],
    ['中华人民共和国政府信息公开条例', '国务院令711号', 'fits'],
    ['中华人民共和国政府信息公开条例', '国务院令第771号', 'differs'],
    ['政府信息公开条例', '国务院令第771号', 'differs'],
    ['政府信息公开信息处理费管理办法', '国办函〔2020〕109号', 'fits'],
    ['政府信息公开信息处理费管理办法', '国办函[2020]第109号', 'fits'],
    ['政府信息公开信息处理费管理办法', '国办函〔2020〕190号', 'differs'],
    ['政府信息公开信息处理费管理办法', '国办发〔2020〕109号', 'differs'],
    // A local notice that passes it on.
    ['政府信息公开信息处理费管理办法', '渝府办发〔2021〕3号', 'unknown'],
    ['关于印发2021年政务公开工作要点的通知', '国办发〔2021〕21号', 'unknown'],
    // Confidence C, no number, a regulation amended by orders not all known, a wrong or unknown title.
    ['2019年政务公开工作要点', '国办发〔2019〕41号', 'unknown'],
    ['国务院办公厅关于推进政务新媒体健康有序发展的意见', '国办发〔2018〕132号', 'unknown'],
    ['中华人民共和国行政复议法', '国务院令第5号', 'unknown'],
    ['规章制定程序条例', '国务院令第695号', 'unknown'],
    ['中华人民共和国保密法', '国务院令第5号', 'unknown'],
    ['示例县政府信息公开办法', '国务院令第711号', 'unknown'],
  ])('%s with %s: %s', (name, number, verdict) => {
    expect(fits(name, number)).toBe(verdict);
  });
});

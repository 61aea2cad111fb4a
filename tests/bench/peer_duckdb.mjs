// The whole job as peer_pandas.py does it, with DuckDB's SQL on two threads up to the ranked plan and exceljs streaming
// writers in two workers for the workbooks. node peer_duckdb.mjs DIR OUT, where npm has put @duckdb/node-api and exceljs
// (nothing of the project needs them). Prints seconds a step.
import fs from 'fs'
import { createRequire } from 'module'
import path from 'path'
import { Worker, isMainThread, parentPort, workerData } from 'worker_threads'

const COLUMNS = ['排名', '分级', '客户名称(全称)', '客户类别', '地址', '距离', '车辆', '汽油估', '柴油估', '升', '可争取', '得分', '经度',
  '纬度', '目前加油地点(品牌)', '敏感因素(可多选)', '最敏感因素', '姓名', '角色', '职务', '电话', '合作意向', '用油量来源', '调查日期', '车辆明细汇总']
const require = createRequire(path.join(process.cwd(), 'x.js')) // packages of the folder it is run in

if (!isMainThread) {
  const ExcelJS = require('exceljs')
  parentPort.on('message', async ({ file, rows }) => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false })
    const sheet = book.addWorksheet('开发计划', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = COLUMNS.map((_, i) => ({ width: 12, style: i > 6 && i < 12 ? { numFmt: '#,##0.0' } : {} }))
    const head = sheet.addRow(COLUMNS)
    head.font = { bold: true }
    head.commit()
    for (const row of rows) sheet.addRow(row).commit()
    sheet.autoFilter = { from: 'A1', to: { row: rows.length + 1, column: COLUMNS.length } }
    sheet.commit()
    await book.commit()
    parentPort.postMessage(rows.length)
  })
} else {
  const { DuckDBInstance } = await import(require.resolve('@duckdb/node-api'))
  const [DIR, OUT] = process.argv.slice(2)
  const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  const began = performance.now()
  let last = began
  const step = name => {
    const now = performance.now()
    console.error(`${name.padEnd(10)} ${((now - last) / 1000).toFixed(2).padStart(8)} s`)
    last = now
  }
  const number = (from, as) => `case when try_cast("${from}" as double) is null
    then try_cast(regexp_extract("${from}", '(\\d+(?:\\.\\d+)?)', 1) as double)
    when try_cast("${from}" as double) >= 0 then cast("${from}" as double) end as ${as}`
  const litres = (fuel, kg) => `${fuel}量 * case ${fuel}单位 when '吨' then ${kg} when '元' then 1 / 7.2 else 1 end as ${fuel}`
  await db.run(`create table s as select row_number() over () - 1 as i, * from read_csv('${DIR}/stations.csv');
    create table raw as select row_number() over () as nth, * from read_csv('${DIR}/clients.csv', header = true,
      all_varchar = true, delim = ',', quote = '"', escape = '"')`)
  step('read')
  await db.run(`create table d as select *, ${litres('汽油', 1351)}, ${litres('柴油', 1190)} from (select * replace (coalesce("客户类别", '其他') as "客户类别"),
      ${number('车辆总数(辆)', '辆')}, ${number('汽油月用量', '汽油量')}, ${number('柴油月用量', '柴油量')}, ${number('本公司占其用量比例(%)', '占比')},
      ${number('经度(手工)(deg)', 'x')}, ${number('纬度(手工)(deg)', 'y')} from raw
      qualify row_number() over (partition by "客户名称(全称)", "地址", "电话" order by nth) = 1);
    update d set x = y, y = x where x < 60`)
  step('clean')
  const parts = `'^(?:.*?市)?(.{2,4}区)?(.*?[路街道巷])(\\d+)?'`
  await db.run(`create table a as select nth, x, y, regexp_extract(t, ${parts}, 1) 区, regexp_extract(t, ${parts}, 2) 路, regexp_extract(t, ${parts}, 3) 号
      from (select nth, x, y, replace(replace(translate(coalesce("地址", ''), '０１２３４５６７８９', '0123456789'), ' ', ''), chr(12288), '') t from d);
    create table door as select 区, 路, 号, avg(x) x, avg(y) y from a where x is not null and 路 <> '' group by all;
    create table road as select 区, 路, avg(x) x, avg(y) y from a where x is not null and 路 <> '' group by all;
    create table e as select d.* exclude (x, y), coalesce(a.x, door.x, road.x) x, coalesce(a.y, door.y, road.y) y from d join a using (nth)
      left join door using (区, 路, 号) left join road using (区, 路)`)
  step('locate')
  await db.run(`create table near as with p as (select e.nth, s.i, s.radius_m r,
      2 * 6371008.8 * asin(sqrt(pow(sin(radians(y - lat) / 2), 2) + cos(radians(y)) * cos(radians(lat)) * pow(sin(radians(x - lon) / 2), 2))) m
      from e join s on y between lat - radius_m / 111000.0 and lat + radius_m / 111000.0 and abs(x - lon) < radius_m / 90000.0)
    select nth, arg_min(i, m) i, min(m) m, arg_min(r, m) r from p where m <= r group by 1`)
  step('assign')
  await db.run(`create table mean as select "客户类别", avg(辆) 均 from e group by 1;
    create table f as select e.*, coalesce(辆, 均, 1) 车辆 from e left join mean using ("客户类别");
    create table each as select "客户类别", sum(汽油) / sum(车辆) filter (汽油 is not null) 汽, sum(柴油) / sum(车辆) filter (柴油 is not null) 柴
      from f group by 1;
    create table scored as select *, 升 * (1 - coalesce(占比, 0) / 100) * .8 可争取, 可争取 * .2 * .4 * 12 * (1 - .3 * m / r) 得分 from
      (select f.*, near.* exclude (nth), coalesce(汽油, 车辆 * 汽, 0) 汽油估, coalesce(柴油, 车辆 * 柴, 0) 柴油估, 汽油估 + 柴油估 升
        from f join each using ("客户类别") join near using (nth));
    create table plan as select *, row_number() over w 排名, sum(得分) over w / sum(得分) over (partition by i) 累计 from scored
      window w as (partition by i order by 得分 desc, "客户名称(全称)", nth)`)
  step('score')
  fs.mkdirSync(OUT, { recursive: true })
  const stations = (await db.runAndReadAll('select cast(i as int) i, code from s order by i')).getRowsJS()
  const quoted = names => names.map(name => `"${name}"`).join(', ')
  const rowsOf = async i => (await db.runAndReadAll(`select cast(排名 as int), case when 累计 < .5 then '铂金' when 累计 < .8 then '黄金'
    when 累计 < .95 then '铁' else '铅' end, ${quoted(COLUMNS.slice(2, 5))}, round(m, 0), round(车辆, 1), round(汽油估, 1), round(柴油估, 1), round(升, 1),
    round(可争取, 1), round(得分, 1), round(x, 6), round(y, 6), ${quoted(COLUMNS.slice(14))} from plan where i = ${i} order by 排名`)).getRowsJS()
  let next = 0, clients = 0
  const give = async worker => {
    if (next >= stations.length) return worker.terminate()
    const [i, code] = stations[next++]
    worker.postMessage({ file: `${OUT}/${code}.xlsx`, rows: await rowsOf(i) })
  }
  await Promise.all([0, 1].map(() => new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url))
    worker.on('error', fail).on('exit', done).on('message', n => { clients += n; give(worker) })
    give(worker)
  })))
  step('workbooks')
  console.error(`total      ${((performance.now() - began) / 1000).toFixed(2).padStart(8)} s; ${clients} clients in workbooks`)
  process.exit(0)
}

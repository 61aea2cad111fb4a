#!/usr/bin/python3
"""The whole job as an analyst would script it, beside youka: pandas, scikit-learn's BallTree, XlsxWriter.
peer_pandas.py DIR OUT [PROCESSES]: reads DIR/clients.csv and stations.csv as gen.c writes them, writes a workbook a
station with the 25 columns below. Debian: python3-pandas python3-sklearn python3-xlsxwriter. Prints seconds a step.
Numbers keep their digits (约500升 is 500), exchanged coordinates are put right, rows equal in name, address and phone
are dropped. An address without a coordinate: the road's number known from another row, else the road's middle. The
nearest station whose radius holds the client owns it. What nobody told comes from means of the category."""
import os, sys, time
from multiprocessing import Pool
import numpy as np, pandas as pd, xlsxwriter
from sklearn.neighbors import BallTree

DIR, OUT = sys.argv[1:3]
JOBS = int(sys.argv[3]) if len(sys.argv) > 3 else 2
EARTH = 6371008.8
began = last = time.perf_counter()

def step(name):
    global last
    now = time.perf_counter()
    print(f'{name:10s} {now - last:8.2f} s', file=sys.stderr)
    last = now

NUMBERS = ['车辆总数(辆)', '汽油月用量', '柴油月用量', '本公司占其用量比例(%)']
TEXTS = ['加油站编码', '调查日期', '入户结果', '客户名称(全称)', '客户类别', '地址', '车辆明细汇总', '汽油单位', '柴油单位',
         '用油量来源', '目前加油地点(品牌)', '敏感因素(可多选)', '最敏感因素', '姓名', '角色', '职务', '电话', '合作意向']
LON, LAT = '经度(手工)(deg)', '纬度(手工)(deg)'
d = pd.read_csv(f'{DIR}/clients.csv', usecols=TEXTS + NUMBERS + [LON, LAT], dtype=str, encoding='utf-8-sig')
s = pd.read_csv(f'{DIR}/stations.csv')
step('read')
d = d.drop_duplicates(['客户名称(全称)', '地址', '电话']).reset_index(drop=True)
d['客户类别'] = d['客户类别'].fillna('其他')
for c in NUMBERS + [LON, LAT]:
    x = pd.to_numeric(d[c], errors='coerce')
    odd = x.isna() & d[c].notna()
    x[odd] = pd.to_numeric(d.loc[odd, c].str.extract(r'(\d+(?:\.\d+)?)')[0], errors='coerce')
    d[c] = x.where(x >= 0)
swapped = d[LON] < 60
d.loc[swapped, [LON, LAT]] = d.loc[swapped, [LAT, LON]].values
for fuel in ('汽油', '柴油'):
    unit = d[f'{fuel}单位']
    d[fuel] = d[f'{fuel}月用量'] * np.select([unit == '吨', unit == '元'], [1190 if fuel == '柴油' else 1351, 1 / 7.2], 1)
step('clean')
a = d['地址'].fillna('').str.translate({0xFF10 + i: 48 + i for i in range(10)} | {32: None, 0x3000: None})
parts = a.str.extract(r'^(?:.*?市)?(.{2,4}区)?(.*?[路街道巷])(\d+)?')
parts.columns = ['区', '路', '号']
d[['区', '路', '号']] = parts
known = d[d[LON].notna()]
door = known.groupby(['区', '路', '号'])[[LON, LAT]].mean()
road = known.groupby(['区', '路'])[[LON, LAT]].mean()
for keys, table in ((['区', '路', '号'], door), (['区', '路'], road)):
    left = d.index[d[LON].isna()]
    found = d.loc[left, keys].merge(table, left_on=keys, right_index=True, how='left')
    d.loc[left, [LON, LAT]] = found[[LON, LAT]].values
step('locate')
located = d.index[d[LON].notna()]
tree = BallTree(np.radians(s[['lat', 'lon']].values), metric='haversine')
near, metres = tree.query_radius(np.radians(d.loc[located, [LAT, LON]].values), s['radius_m'].max() / EARTH,
                                 return_distance=True)
many = np.fromiter(map(len, near), np.int64, len(near))
station, metres, client = np.concatenate(near), np.concatenate(metres) * EARTH, np.repeat(located.values, many)
inside = metres <= s['radius_m'].values[station]
station, metres, client = station[inside], metres[inside], client[inside]
order = np.lexsort((metres, client))
station, metres, client = station[order], metres[order], client[order]
first = np.r_[True, client[1:] != client[:-1]]
d['站'] = -1
d.loc[client[first], '站'] = station[first]
d.loc[client[first], '距离'] = metres[first]
step('assign')
group = d['客户类别']
d['车辆'] = d['车辆总数(辆)'].fillna(group.map(d.groupby('客户类别')['车辆总数(辆)'].mean())).fillna(1)
for fuel in ('汽油', '柴油'):
    told = d[fuel].notna()
    each = d[fuel].groupby(group).sum() / d['车辆'].where(told).groupby(group).sum()
    d[fuel + '估'] = d[fuel].fillna(d['车辆'] * group.map(each)).fillna(0)
d['升'] = d['汽油估'] + d['柴油估']
share = d['本公司占其用量比例(%)'].fillna(0) / 100
d['可争取'] = d['升'] * (1 - share) * .8
radius = s['radius_m'].values[d['站'].clip(lower=0)]
d['得分'] = d['可争取'] * .2 * .4 * 12 * (1 - .3 * d['距离'] / radius)
z = d[d['站'] >= 0].sort_values(['站', '得分', '客户名称(全称)'], ascending=[True, False, True]).copy()
z['排名'] = z.groupby('站').cumcount() + 1
running = z.groupby('站')['得分'].cumsum() / z.groupby('站')['得分'].transform('sum')
z['分级'] = np.select([running < .5, running < .8, running < .95], ['铂金', '黄金', '铁'], '铅')
step('score')
COLUMNS = ['排名', '分级', '客户名称(全称)', '客户类别', '地址', '距离', '车辆', '汽油估', '柴油估', '升', '可争取', '得分', LON, LAT,
           '目前加油地点(品牌)', '敏感因素(可多选)', '最敏感因素', '姓名', '角色', '职务', '电话', '合作意向', '用油量来源', '调查日期',
           '车辆明细汇总']
z = z[COLUMNS + ['站']].round({'距离': 0, '汽油估': 1, '柴油估': 1, '升': 1, '可争取': 1, '得分': 1, LON: 6, LAT: 6})
bound = np.searchsorted(z['站'].values, np.arange(len(s) + 1))
os.makedirs(OUT, exist_ok=True)

def book(i):
    t = z.iloc[bound[i]:bound[i + 1]]
    w = xlsxwriter.Workbook(f"{OUT}/{s['code'][i]}.xlsx", {'constant_memory': True})
    b = w.add_worksheet('开发计划')
    head, number = w.add_format({'bold': True, 'bg_color': '#DDEBF7'}), w.add_format({'num_format': '#,##0.0'})
    b.set_column(0, len(COLUMNS) - 1, 12)
    b.freeze_panes(1, 0)
    b.autofilter(0, 0, max(len(t), 1), len(COLUMNS) - 1)
    for c, name in enumerate(COLUMNS):
        b.write_string(0, c, name, head)
    texts = [t[c].dtype == object for c in COLUMNS]
    for r, row in enumerate(zip(*(t[c].tolist() for c in COLUMNS)), 1):
        for c, x in enumerate(row):
            if x != x:
                continue
            if texts[c]:
                b.write_string(r, c, x)
            else:
                b.write_number(r, c, x, number if 6 < c < 12 else None)
    w.close()

with Pool(JOBS) as pool:
    pool.map(book, range(len(s)), chunksize=4)
step('workbooks')
print(f'total      {time.perf_counter() - began:8.2f} s; {len(z)} clients in workbooks', file=sys.stderr)

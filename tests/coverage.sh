#!/bin/sh
# Lines covered in each room by the tests; pure rooms (geo, model and the rules of the trade) need 90 %.
mkdir -p build
find build -name '*.gcda' -path '*cov*' -delete # counts of an earlier build would be told of as errors
make -s -j"$(nproc)" MODE=cov check >build/cov.log 2>&1 || { tail -40 build/cov.log; exit 1; }
cd build/cov || exit 1
find . -name '*.gcda' -path '*src*' | xargs gcov -n 2>/dev/null |
  awk -F"'" '/^File/ {f=$2} /^Lines executed/ {split($0,p,/[:% ]+/); if (f ~ /src\//) {n=split(f,q,"/"); for(i=1;i<n;i++) if(q[i]=="src") room=q[i+1];
     lines[room]+=p[5]; hit[room]+=p[3]*p[5]/100}; f=""}
    END { for (r in lines) {share=100*hit[r]/lines[r]; pure=r ~ /^(geo|model|survey|locate|estimate|plan|report)$/;
      low=pure && share<90; printf "%-9s %5.1f %% of %d lines%s\n", r, share, lines[r], low?"  (needs 90 %)":""}}' | sort | tee /dev/stderr | { ! grep -q needs; }

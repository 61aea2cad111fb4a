Command exited with non-zero status 1
0.01 s 15732 KB

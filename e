youka: *.xls: there is no such file; check its name and folder

/* median.h -- the middle one of several measurements; sorts them. */
#ifndef BENCH_MEDIAN_H
#define BENCH_MEDIAN_H

#include <stddef.h>

double median(double *values, size_t n);

#endif

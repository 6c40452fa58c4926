/* The integer loop in C. Reads the columns from the file it is given; for each line on standard input
   runs once untimed and once timed and prints the nanoseconds of the latter, the sum of the payouts and a full stop. */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  int32_t rows, slots, days, firstDay;
} Sizes;

static Sizes size;
static int32_t *payee, *day, *monthOfDay;
static double *amount, *bound, *offset, *cap, *total, *earned, *lines;

static void *load(FILE *file, size_t bytes) {
  void *memory = malloc(bytes);
  if (memory == NULL || fread(memory, 1, bytes, file) != bytes) exit(1);
  return memory;
}

static void loop(void) {
  size_t n = (size_t)size.slots;
  const double *b1 = bound, *b2 = bound + n, *b3 = bound + 2 * n;
  const double *o2 = offset, *o3 = offset + n, *o4 = offset + 2 * n;
  memset(total, 0, n * sizeof(double));
  memset(earned, 0, n * sizeof(double));
  for (int32_t row = 0; row < size.rows; row++) {
    int32_t slot = payee[row] * 12 + monthOfDay[day[row] - size.firstDay];
    double x = total[slot] + amount[row];
    total[slot] = x;
    double value = x <= b1[slot]   ? x * 50000
                   : x <= b2[slot] ? x * 82500 - o2[slot]
                   : x <= b3[slot] ? x * 131250 - o3[slot]
                                   : x * 165625 - o4[slot];
    lines[row] = value - earned[slot];
    earned[slot] = value;
  }
}

static double payouts(void) {
  double sum = 0;
  for (int32_t slot = 0; slot < size.slots; slot++) {
    double rest = fmod(earned[slot], 1e6), whole = (earned[slot] - rest) / 1e6;
    if (rest > 5e5 || (rest == 5e5 && fmod(whole, 2) == 1)) whole += 1;
    sum += whole < cap[slot] ? whole : cap[slot];
  }
  return sum;
}

int main(int count, char **arguments) {
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL || fread(&size, sizeof size, 1, file) != 1) return 1;
  size_t rows = (size_t)size.rows, slots = (size_t)size.slots;
  payee = load(file, rows * 4);
  day = load(file, rows * 4);
  monthOfDay = load(file, (size_t)size.days * 4);
  amount = load(file, rows * 8);
  bound = load(file, slots * 24);
  offset = load(file, slots * 24);
  cap = load(file, slots * 8);
  total = malloc(slots * 8);
  earned = malloc(slots * 8);
  lines = malloc(rows * 8);
  if (total == NULL || earned == NULL || lines == NULL) return 1;
  char request[8];
  while (fgets(request, sizeof request, stdin) != NULL) {
    struct timespec start, end;
    loop();
    clock_gettime(CLOCK_MONOTONIC, &start);
    loop();
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.0f\n%.0f\n.\n", (double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec), payouts());
    fflush(stdout);
  }
  return 0;
}

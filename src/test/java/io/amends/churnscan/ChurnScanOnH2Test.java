package io.amends.churnscan;

class ChurnScanOnH2Test extends ChurnScanContract {}

package io.picojoule.report.sweep;

import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Lets Parquet read what is not compressed; its own codecs take Hadoop. */
final class NoCodecs implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException(codec.name());
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.UNCOMPRESSED) {
            throw new UnsupportedOperationException(codec.name());
        }
        return this;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) {
        return bytes;
    }

    @Override
    public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int toSize) {
        to.put(from);
    }

    @Override
    public void release() {}
}

// WebGL program for straight lines of constant width on screen: solid, dashed or dotted by role, dimmed out of focus.
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { createKeptBuffer } from './kept-buffer.ts';
import type { MapLook } from './map-look.ts';

interface LineData extends EdgeDisplayData {
  /** 0 solid, 1 dashed, 2 dotted. */
  readonly dash: number;
  readonly shift: number;
  /** 0 rest, 1 in focus, 2 open. */
  readonly emphasis: number;
  /** At rest, 0..1; unsure readings are fainter. */
  readonly opacity: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute float a_dash;
attribute float a_shift;
attribute float a_emphasis;
attribute float a_opacity;
attribute vec4 a_color;
attribute float a_along;
attribute float a_side;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_dim;
uniform float u_fade;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_pixels;
varying float v_dash;

void main() {
  vec2 from = (u_matrix * vec3(a_start, 1)).xy;
  vec2 to = (u_matrix * vec3(a_end, 1)).xy;
  vec2 line = (to - from) * u_viewport * 0.5;
  float len = max(length(line), 0.001);
  vec2 normal = vec2(-line.y, line.x) / len;
  v_half = a_width * 0.5;
  v_across = a_side * (v_half + 1.0);
  v_pixels = a_along * len;
  v_dash = a_dash;
  float opacity = a_emphasis > 1.5 ? 1.0 : a_emphasis > 0.5 ? 0.9 : a_opacity * u_dim;
  v_color = vec4(a_color.rgb, opacity * u_fade);
  gl_Position = vec4(mix(from, to, a_along) + normal * (v_across + a_shift) * 2.0 / u_viewport, 0, 1);
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_pixels;
varying float v_dash;

void main(void) {
  float alpha = v_color.a * clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
  if (v_dash > 1.5) alpha *= step(mod(v_pixels, 6.0), 2.0);
  else if (v_dash > 0.5) alpha *= step(mod(v_pixels, 11.0), 6.5);
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}`;

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_dim', 'u_fade'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const WIDTH_OF_EMPHASIS = [1, 2, 3.5] as const;

export function createLineProgram(look: MapLook): EdgeProgramType {
  return class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
    readonly #kept = createKeptBuffer();

    override getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_start', size: 2, type: FLOAT },
          { name: 'a_end', size: 2, type: FLOAT },
          { name: 'a_width', size: 1, type: FLOAT },
          { name: 'a_dash', size: 1, type: FLOAT },
          { name: 'a_shift', size: 1, type: FLOAT },
          { name: 'a_emphasis', size: 1, type: FLOAT },
          { name: 'a_opacity', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_along', size: 1, type: FLOAT },
          { name: 'a_side', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: [
          [0, 1],
          [0, -1],
          [1, 1],
          [1, 1],
          [0, -1],
          [1, -1],
        ],
      };
    }

    /** As Sigma's own, but for what is handed over. */
    protected override bindProgram(program: ProgramInfo): void {
      const { gl } = program;
      gl.bindBuffer(gl.ARRAY_BUFFER, program.constantBuffer);
      let offset = 0;
      for (const attribute of this.CONSTANT_ATTRIBUTES) offset += this.bindAttribute(attribute, program, offset, false);
      this.#kept.uploadConstant(program, this);
      gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer);
      offset = 0;
      for (const attribute of this.ATTRIBUTES) offset += this.bindAttribute(attribute, program, offset, true);
      this.#kept.upload(program, this);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }

    override reallocate(capacity: number): void {
      if (capacity !== this.capacity) this.#kept.changeAll();
      super.reallocate(capacity);
    }

    override process(edgeIndex: number, position: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
      this.#kept.change(position);
      super.process(edgeIndex, position, from, to, data);
    }

    override processVisibleItem(_edgeIndex: number, at: number, from: NodeDisplayData, to: NodeDisplayData, data: LineData): void {
      const width = data.size * (WIDTH_OF_EMPHASIS[data.emphasis as 0 | 1 | 2] ?? 1);
      const { array } = this;
      // One by one: a list for each of many thousands would be the most of the work.
      array[at] = from.x;
      array[at + 1] = from.y;
      array[at + 2] = to.x;
      array[at + 3] = to.y;
      array[at + 4] = width;
      array[at + 5] = data.dash;
      array[at + 6] = data.shift;
      array[at + 7] = data.emphasis;
      array[at + 8] = data.opacity;
      array[at + 9] = floatColor(data.color);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform2f(at.u_viewport, params.width, params.height);
      gl.uniform1f(at.u_dim, look.dimEdges);
      gl.uniform1f(at.u_fade, look.fade);
    }
  };
}

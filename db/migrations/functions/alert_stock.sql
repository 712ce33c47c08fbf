-- Tells the rooms that something counted is running out: once when its last is gone, or with it p_dishes, which cannot be
-- made any more ("stock_out"); once when it comes below its mark ("stock_low"). All that lowers stock tells it here, under the
-- lock of the row and in its transaction, so each crossing is told once. Writes: cold.outbox.
create or replace function app.alert_stock(
  p_tenant uuid, p_name text, p_unit text, p_was numeric, p_left numeric, p_low_at numeric, p_dishes text default null
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_is_out constant boolean := p_left <= 0 and p_was > 0 or p_dishes is not null;
begin
  if v_is_out or p_left < p_low_at and p_was >= p_low_at then
    perform app.alert_rooms(
      p_tenant, case when v_is_out then 'stock_out' else 'stock_low' end, null, jsonb_strip_nulls(jsonb_build_object(
        'item', p_name, 'left', trim_scale(p_left)::text, 'unit', p_unit, 'dishes', p_dishes)));
  end if;
end
$$;

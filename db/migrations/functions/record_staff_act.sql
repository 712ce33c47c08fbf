-- Tells the universal ledger what a staff member did to a subject ("stock:idly", "tab:<id>"); what is told there by itself,
-- orders and their steps, is left out. Writes: cold.orevents.
create or replace function app.record_staff_act(
  p_turn app.turn, p_member cold.staff_member, p_action text, p_subject text, p_before jsonb, p_after jsonb
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_kind text := split_part(p_subject, ':', 1);
  v_of text := substr(p_subject, strpos(p_subject, ':') + 1);
  v_opcode integer := case p_action
    when 'update_stock' then 400 when 'update_ingredient' then 400 when 'set_low_mark' then 450
    when 'mark_unavailable' then 420 when 'mark_available' then 430 when 'set_price' then 440
    when 'pay_bill' then 300 when 'confirm_payment' then 300 when 'refund_payment' then 310
    when 'transfer_tab' then 510 when 'split_tab' then 530
    when 'merge_tabs' then case when p_after -> 'is_open' = 'false' then 520 end
    when 'add_staff' then 600 when 'join_staff' then 600 when 'remove_staff' then 610
    when 'bind_room' then 620 when 'unbind_room' then 630 when 'leave_group' then 630 when 'set_alerts' then 640
    when 'undo' then 900 end;
begin
  if v_opcode is not null then
    perform app.record_ledger(
      p_turn.tenant_id, coalesce('staff:' || p_member.channel || ':' || p_member.sender, p_after ->> 'by'),
      case when v_kind in ('tab', 'bill') then 'Table ' || (
             select t.table_no from cold.tab t
             where t.tenant_id = p_turn.tenant_id and t.tab_id::text = split_part(v_of, ':', 1))
           when v_kind = 'order' then p_subject
           when v_kind in ('item', 'price') then 'menu'
           when v_kind in ('ingredient', 'low') then 'stock'
           else v_kind end,
      case when v_kind in ('stock', 'item', 'price', 'low', 'staff', 'room', 'alerts') then v_of else p_subject end,
      v_opcode, coalesce((p_after ->> 'quantity')::integer, 1),
      jsonb_build_object('before', p_before, 'after', p_after), p_turn.at);
  end if;
end
$$;
